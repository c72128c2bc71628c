package dev.nn.data.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.core.Model;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.metric.Metrics;
import dev.nn.data.TableSplit;
import dev.nn.data.TabularModel;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import dev.nn.data.table.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final long SEED = 5;

  /** Says b for x above 4.5: rows 3 and 7 are mistakes. */
  private static final Table EIGHT =
      Models.table(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, "a", "a", "b", "a", "b", "b", "a", "b");

  private static TabularModel eight() {
    return Models.linear(EIGHT, "x=number", "sigmoid", new float[] {2}, 0);
  }

  private static ClassificationReport labels(Judgement judgement, int target) {
    return (ClassificationReport) judgement.reports().get(target);
  }

  /** 6 of 8 are right; 12 of the 16 pairs of a b and an a are in order. */
  @Test
  void aModelOfYesOrNoIsCountedByHand() {
    Judgement judgement = Judgement.of(eight(), EIGHT, EIGHT, SEED);
    assertEquals("accuracy", judgement.measure());
    assertEquals(0.75, judgement.value());
    assertEquals(0.5, judgement.baseline());
    assertEquals(8, judgement.rows());
    assertTrue(judgement.isBetterThanGuessing());
    assertFalse(judgement.isSurelyBetterThanGuessing(), judgement::toString);
    ClassificationReport report = labels(judgement, 0);
    assertEquals(List.of("a", "b"), report.confusion().labels());
    assertEquals(3, report.confusion().count("a", "a"));
    assertEquals(1, report.confusion().count("a", "b"));
    assertEquals(1, report.confusion().count("b", "a"));
    assertEquals(12.0 / 16, report.rocAuc().model().value(), 1e-12);
    assertEquals(Math.log(2), report.logLoss().guess().value(), 1e-12);
    double loss = 0;
    double deviation = Math.sqrt(5.25);
    for (int row = 0; row < 8; row++) {
      double yes = 1 / (1 + Math.exp(-2 * (row + 1 - 4.5) / deviation));
      loss -= Math.log(EIGHT.column("kind").text(row).equals("b") ? yes : 1 - yes) / 8;
    }
    assertEquals(loss, report.logLoss().model().value(), 1e-6);
    assertEquals(List.of(), report.remarks());
  }

  /** The same answers, but the two mistakes are made with a probability of almost 1. */
  @Test
  void aModelMayBeRightMoreOftenThanAGuessAndYetTooSure() {
    assertFalse(Judgement.of(eight(), EIGHT, EIGHT, SEED).isTooSure());
    TabularModel steep = Models.linear(EIGHT, "x=number", "sigmoid", new float[] {20}, 0);
    Judgement judgement = Judgement.of(steep, EIGHT, EIGHT, SEED);
    assertEquals(0.75, judgement.value());
    assertTrue(judgement.isBetterThanGuessing());
    assertTrue(judgement.isTooSure(), judgement::toString);
  }

  /**
   * Rows that are numbers already are judged alike; what the columns are called is all that
   * differs.
   */
  @Test
  void rowsOfNumbersAreJudgedLikeThoseOfATable() {
    TabularModel model = eight();
    Dataset rows = model.schema().dataset(EIGHT);
    Judgement table = Judgement.of(model, EIGHT, EIGHT, SEED);
    assertEquals(table, Judgement.of(model, rows, rows, SEED));
    Judgement plain = Judgement.of(model.model(), rows, rows, SEED);
    assertEquals(table.headline(), plain.headline());
    assertEquals(labels(table, 0).confusion(), labels(plain, 0).confusion());
    assertEquals("answer", plain.reports().get(0).target());
  }

  /**
   * The errors are 0, -1 and 2, of mean square 5/3; of the labels, the middle row has both wrong.
   */
  @Test
  void numbersAndLabelsWithoutATableHaveTheNamesOfTheirTargets() {
    float[][] x = {{1}, {2}, {3}};
    Model twice = Models.linear(1, "identity", new float[] {2}, 0);
    Dataset numbers = Dataset.regression(x, new float[][] {{2}, {3}, {8}});
    Judgement judgement = Judgement.of(twice, numbers, numbers, SEED);
    assertEquals("rmse", judgement.measure());
    assertEquals(Math.sqrt(5.0 / 3), judgement.value(), 1e-6);
    assertEquals("number 1", judgement.reports().get(0).target());

    Model both = Models.linear(1, "sigmoid", new float[] {1, -1}, -2.5f, 2.5f);
    Dataset labels = Dataset.multiLabel(x, new int[][] {{0, 1}, {1, 0}, {1, 0}}, "high", "low");
    Judgement each = Judgement.of(both, labels, labels, SEED);
    assertEquals(
        List.of("high", "low"), each.reports().stream().map(TargetReport::target).toList());
    assertEquals(2.0 / 3, each.value(), 1e-6);
  }

  @Test
  void theHeadlineIsOneLine() {
    String text = Judgement.of(eight(), EIGHT, EIGHT, SEED).toString();
    String number = "\\d\\.\\d{4} \\(\\d\\.\\d{4} to \\d\\.\\d{4}\\)";
    String line = text.lines().findFirst().orElse("");
    assertTrue(line.matches("accuracy " + number + ", baseline " + number + ", of 8 rows"), text);
    assertTrue(text.contains("weighted average"), text);
    assertTrue(text.contains("is \\ said"), text);
  }

  @Test
  void theSeedDecidesWhateverTheThreadsAre() throws Exception {
    Judgement judgement = Judgement.of(eight(), EIGHT, EIGHT, SEED);
    ForkJoinPool one = new ForkJoinPool(1);
    try {
      Judgement alone = one.submit(() -> Judgement.of(eight(), EIGHT, EIGHT, SEED)).get();
      assertEquals(judgement, alone);
    } finally {
      one.shutdown();
    }
    assertEquals(Judgement.of(eight(), EIGHT, EIGHT, 0), Judgement.of(eight(), EIGHT, EIGHT));
  }

  @Test
  void theBaselineFollowsTheRowsOfTraining() {
    Table train = Models.table(new double[] {1, 2, 3}, "b", "b", "a");
    Judgement judgement = Judgement.of(eight(), train, EIGHT.select(0, 1, 2), SEED);
    assertEquals(1.0 / 3, judgement.baseline(), 1e-12);
    assertEquals(2.0 / 3, judgement.value(), 1e-12);
    double guess = -(2 * Math.log(1.0 / 3) + Math.log(2.0 / 3)) / 3;
    assertEquals(guess, labels(judgement, 0).logLoss().guess().value(), 1e-12);
  }

  @Test
  void oneClassInTheTestHasNoCurveAndSaysSo() {
    ClassificationReport report =
        labels(Judgement.of(eight(), EIGHT, EIGHT.select(0, 1, 3, 6), SEED), 0);
    assertEquals(0.75, report.accuracy().model().value());
    assertTrue(Double.isNaN(report.rocAuc().model().value()));
    assertFalse(report.rocAuc().isBetterThanGuessing());
    assertEquals(List.of(), report.rocCurves());
    assertEquals(
        List.of("no row is of \"b\": how well such rows are found is not known"), report.remarks());
    assertTrue(report.toString().matches("(?s).*roc_auc +- .*"), report::toString);
  }

  @Test
  void aClassThatTrainingDidNotSeeIsAMistakeAndIsTold() {
    Table test = Models.table(new double[] {1, 8, 2}, "a", "b", "c");
    ClassificationReport report = labels(Judgement.of(eight(), EIGHT, test, SEED), 0);
    assertEquals(2.0 / 3, report.accuracy().model().value(), 1e-12);
    assertEquals(List.of("a", "b", "c"), report.confusion().labels());
    assertEquals(1, report.confusion().count("c", "a"));
    assertEquals(0, report.classes().get(2).recall());
    assertEquals(1, report.classes().get(2).support());
    assertTrue(Double.isNaN(report.classes().get(2).rocAuc()));
    // p = 0 counts as 2⁻²³, a third of the rows.
    assertTrue(report.logLoss().model().value() > 23 * Math.log(2) / 3, report::toString);
    assertEquals(
        List.of("1 row is of classes that training did not see, and counted as a mistake: \"c\""),
        report.remarks());
  }

  @Test
  void outputsThatAreNoProbabilitiesHaveNoLogLossAndNoCalibration() {
    TabularModel model =
        Models.linear(EIGHT, "kind=target(kind=classes)", "identity", new float[] {-1, 1}, 0, 0);
    ClassificationReport report = labels(Judgement.of(model, EIGHT, EIGHT, SEED), 0);
    assertEquals(0.75, report.accuracy().model().value());
    assertEquals(12.0 / 16, report.rocAuc().model().value(), 1e-12);
    assertTrue(Double.isNaN(report.logLoss().model().value()));
    assertTrue(Double.isNaN(report.calibration().expectedError()));
    assertEquals(List.of(), report.calibration().bins());
    assertTrue(report.remarks().get(0).contains("no probabilities"), report::toString);
  }

  /** y = 2x is missed by −1, 0 and 1; the mean of training, 4, by −2, 0 and 2. */
  @Test
  void aModelOfNumbersIsCountedByHand() {
    Table rows = Table.of(NumberColumn.of("x", 1, 2, 3), NumberColumn.of("y", 2, 4, 6));
    TabularModel model =
        Models.linear(rows, "x=number, y=target(kind=number)", "identity", new float[] {1}, 0);
    Table test = Table.of(NumberColumn.of("x", 1, 2, 3), NumberColumn.of("y", 1, 4, 7));
    Judgement judgement = Judgement.of(model, rows, test, SEED);
    assertEquals("rmse", judgement.measure());
    assertEquals(Math.sqrt(2.0 / 3), judgement.value(), 1e-6);
    assertEquals(Math.sqrt(6), judgement.baseline(), 1e-12);
    assertTrue(judgement.isBetterThanGuessing());
    RegressionReport report = (RegressionReport) judgement.reports().get(0);
    assertEquals(1 - 2.0 / 18, report.r2().model().value(), 1e-6);
    assertEquals(0, report.r2().guess().value(), 1e-12);
    assertEquals(1, report.medianAbsoluteError().model().value(), 1e-6);
    assertEquals(-1, report.residuals().residual(0), 1e-6);
    Table constant = Table.of(NumberColumn.of("x", 1, 2), NumberColumn.of("y", 5, 5));
    TargetReport flat = Judgement.of(model, rows, constant, SEED).reports().get(0);
    assertEquals(List.of("\"y\" is 5 in all rows: r2 is not defined"), flat.remarks());
    assertTrue(Double.isNaN(flat.score("r2").model().value()));
  }

  @Test
  void severalNumbersHaveAReportEachAndAHeadlineWithoutUnits() {
    Table rows =
        Table.of(
            NumberColumn.of("x", 1, 2, 3, 4),
            NumberColumn.of("y", 2, 4, 6, 8),
            NumberColumn.of("z", 1000, 1000, 3000, 3000));
    TabularModel model =
        Models.linear(
            rows,
            "x=number, y=target(kind=number), z=target(kind=number)",
            "identity",
            new float[] {1, 0},
            0,
            0);
    Judgement judgement = Judgement.of(model, rows, rows, SEED);
    assertEquals("scaled_rmse", judgement.measure());
    assertEquals(1, judgement.baseline(), 1e-12);
    // y is exact, and z is its mean: half of the squared errors are 1.
    assertEquals(Math.sqrt(0.5), judgement.value(), 1e-6);
    assertEquals(
        List.of("y", "z"), judgement.reports().stream().map(TargetReport::target).toList());
    assertEquals(0, judgement.reports().get(0).headline().model().value(), 1e-5);
    assertEquals(1000, judgement.reports().get(1).headline().model().value(), 1e-3);
    assertTrue(judgement.toString().contains("\nz\n"), judgement::toString);
  }

  @Test
  void severalLabelsHaveAReportEachAndTheirMeanAccuracy() {
    Table rows =
        Table.of(
            NumberColumn.of("x", 1, 2, 3, 4),
            TextColumn.of("wet", List.of("no", "no", "yes", "yes")),
            TextColumn.of("cold", List.of("no", "yes", "no", "no")));
    TabularModel model =
        Models.linear(
            rows,
            "x=number, wet=target(kind=labels), cold=target(kind=labels)",
            "sigmoid",
            new float[] {9, 9},
            0,
            0);
    Judgement judgement = Judgement.of(model, rows, rows, SEED);
    // wet: 4 of 4; cold: row 1 alone.
    assertEquals(5.0 / 8, judgement.value(), 1e-12);
    assertEquals((2.0 / 4 + 3.0 / 4) / 2, judgement.baseline(), 1e-12);
    assertFalse(judgement.isBetterThanGuessing());
    assertEquals(1, labels(judgement, 0).accuracy().model().value());
    assertEquals(List.of("no", "yes"), labels(judgement, 1).confusion().labels());
    assertEquals(2, labels(judgement, 1).confusion().count("no", "yes"));
  }

  @Test
  void aTrainedModelIsMeasuredAsTheEngineDoes() {
    Random random = new Random(SEED);
    List<Double> sizes = new ArrayList<>();
    List<String> kinds = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      double size = random.nextDouble();
      sizes.add(size);
      kinds.add(List.of("low", "middle", "high").get((int) (3 * size * random.nextDouble())));
    }
    Table rows =
        Models.table(
            sizes.stream().mapToDouble(size -> size).toArray(), kinds.toArray(String[]::new));
    Schema schema = Schema.infer(rows);
    TableSplit split = TableSplit.of(rows, schema, 0.5, SEED);
    TabularModel model = TabularModel.train(split.train(), schema);
    Dataset test = model.schema().dataset(split.test());
    Judgement judgement = Judgement.of(model, split.train(), split.test(), SEED);
    ClassificationReport report = labels(judgement, 0);
    assertEquals(model.model().evaluate(test, Metrics.of("accuracy")), judgement.value(), 1e-12);
    assertEquals(
        model.model().evaluate(test, Metrics.of("log_loss")),
        report.logLoss().model().value(),
        1e-5);
    assertEquals(
        model.model().evaluate(test, Metrics.of("roc_auc")),
        report.rocAuc().model().value(),
        1e-12);
    assertEquals(LabelledConfusionMatrix.of(model.model(), test), report.confusion());
    assertArrayEquals(
        new int[] {split.test().rows()},
        new int[] {report.calibration().bins().stream().mapToInt(Calibration.Bin::rows).sum()});
  }

  /** Four rows of a hundred are b. They are at the top, and no row is more b than a. */
  @Test
  void rareClassesThatAreRankedButNeverAnsweredAreOverlooked() {
    double[] x = new double[100];
    String[] kinds = new String[100];
    Arrays.setAll(x, i -> i);
    Arrays.setAll(kinds, i -> i < 96 ? "a" : "b");
    Table rows = Models.table(x, kinds);
    TabularModel shy = Models.linear(rows, "x=number", "sigmoid", new float[] {0.5f}, -3);
    Judgement judgement = Judgement.of(shy, rows, rows, SEED);
    assertFalse(judgement.isBetterThanGuessing());
    assertTrue(judgement.overlooksRareClasses(), judgement::toString);
    TabularModel bold = Models.linear(rows, "x=number", "sigmoid", new float[] {0.5f}, 0);
    assertFalse(Judgement.of(bold, rows, rows, SEED).overlooksRareClasses());
    TabularModel blind = Models.linear(rows, "x=number", "sigmoid", new float[] {0}, -3);
    assertFalse(Judgement.of(blind, rows, rows, SEED).overlooksRareClasses());
  }

  @Test
  void aColumnOfOtherTextsIsNotTakenForClasses() {
    double[] x = new double[1_100];
    String[] kinds = new String[1_100];
    Arrays.setAll(kinds, i -> i == 0 ? "a" : "name " + i);
    Table others = Models.table(x, kinds);
    DataException e =
        assertThrows(DataException.class, () -> Judgement.of(eight(), EIGHT, others, SEED));
    assertTrue(e.getMessage().contains("holds 1099 classes that the model does not know"));
  }
}

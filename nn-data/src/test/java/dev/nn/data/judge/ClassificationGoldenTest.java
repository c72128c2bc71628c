package dev.nn.data.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares with scikit-learn's report, areas, log loss and calibration curve. */
class ClassificationGoldenTest {
  private static final long SEED = 1;
  private static final Golden GOLDEN = new Golden();

  private static LabelAnswers answers(String name, int labels) {
    double[] columns = GOLDEN.numbers(name + ".probabilities");
    int[] actual = GOLDEN.integers(name + ".actual");
    double[][] probabilities = new double[actual.length][];
    int[] said = new int[actual.length];
    for (int row = 0; row < actual.length; row++) {
      probabilities[row] =
          labels == 2
              ? new double[] {1 - columns[row], columns[row]}
              : Arrays.copyOfRange(columns, row * labels, (row + 1) * labels);
      for (int label = 1; label < labels; label++) {
        said[row] = probabilities[row][label] > probabilities[row][said[row]] ? label : said[row];
      }
    }
    List<String> words = IntStream.range(0, labels).mapToObj(label -> "c" + label).toList();
    double[] shares = GOLDEN.numbers(name + ".shares");
    return new LabelAnswers("kind", words, labels, actual, said, probabilities, shares);
  }

  private static ClassificationReport report(String name, int labels) {
    LabelAnswers answers = answers(name, labels);
    return ClassificationReport.of(answers, new Bootstrap(answers.rows(), SEED));
  }

  private static double[] each(ClassificationReport report, ToDoubleFunction<ClassScore> number) {
    return report.classes().stream().mapToDouble(number).toArray();
  }

  @ParameterizedTest
  @CsvSource({"three, 3", "absent, 4", "binary, 2"})
  void theReportIsThatOfScikitLearn(String name, int labels) {
    ClassificationReport report = report(name, labels);
    assertArrayEquals(
        GOLDEN.numbers(name + ".precision"), each(report, ClassScore::precision), 1e-12);
    assertArrayEquals(GOLDEN.numbers(name + ".recall"), each(report, ClassScore::recall), 1e-12);
    assertArrayEquals(GOLDEN.numbers(name + ".f1"), each(report, ClassScore::f1), 1e-12);
    assertArrayEquals(GOLDEN.numbers(name + ".support"), each(report, ClassScore::support));
    assertArrayEquals(GOLDEN.numbers(name + ".roc_auc"), each(report, ClassScore::rocAuc), 1e-12);
    checkAverage(name + ".macro", report.macro());
    checkAverage(name + ".weighted", report.weighted());
    assertEquals(report.macro().f1(), report.score("f1").model().value(), 1e-12);
    int[] counts = new int[labels * labels];
    Arrays.setAll(counts, i -> report.confusion().count(i / labels, i % labels));
    assertArrayEquals(GOLDEN.integers(name + ".confusion"), counts);
  }

  private static void checkAverage(String key, ClassAverage average) {
    assertArrayEquals(
        GOLDEN.numbers(key),
        new double[] {average.precision(), average.recall(), average.f1()},
        1e-12);
  }

  @ParameterizedTest
  @CsvSource({"three, 3", "absent, 4", "binary, 2"})
  void theMeasuresAndThoseOfGuessingAreThoseOfScikitLearn(String name, int labels) {
    ClassificationReport report = report(name, labels);
    assertEquals(GOLDEN.number(name + ".accuracy"), report.accuracy().model().value(), 1e-12);
    assertEquals(GOLDEN.number(name + ".guess_accuracy"), report.accuracy().guess().value(), 1e-12);
    assertEquals(GOLDEN.number(name + ".guess_f1"), report.score("f1").guess().value(), 1e-12);
    // scikit-learn clips in float and keeps 2⁻²³ from 1.
    assertEquals(GOLDEN.number(name + ".log_loss"), report.logLoss().model().value(), 1e-6);
    assertEquals(GOLDEN.number(name + ".guess_log_loss"), report.logLoss().guess().value(), 1e-12);
    assertEquals(0.5, report.rocAuc().guess().value());
    assertEquals("accuracy", report.headline().measure());
  }

  @Test
  void theAreaOfSeveralClassesIsTheirMean() {
    assertEquals(
        GOLDEN.number("three.roc_auc_macro"), report("three", 3).rocAuc().model().value(), 1e-12);
    // Class 2 has no row, and so no area.
    double[] areas = GOLDEN.numbers("absent.roc_auc");
    assertEquals(
        (areas[0] + areas[1] + areas[3]) / 3, report("absent", 4).rocAuc().model().value(), 1e-12);
    assertEquals(
        List.of("c0", "c1", "c3"),
        report("absent", 4).rocCurves().stream().map(RocCurve::label).toList());
  }

  @Test
  void theCurveIsThatOfScikitLearnWithoutPointsOnStraightLines() {
    RocCurve curve = report("binary", 2).rocCurves().get(1);
    double[] no = GOLDEN.numbers("binary.false_positive_rate");
    double[] yes = GOLDEN.numbers("binary.true_positive_rate");
    double[] thresholds = GOLDEN.numbers("binary.thresholds");
    Map<Double, Integer> places = new HashMap<>();
    for (int i = 0; i < thresholds.length; i++) {
      places.put(thresholds[i], i + 1);
    }
    double area = 0;
    RocCurve.Point before = curve.points().get(0);
    assertEquals(new RocCurve.Point(0, 0, Double.POSITIVE_INFINITY), before);
    for (RocCurve.Point point : curve.points().subList(1, curve.points().size())) {
      int place = places.get(point.threshold());
      assertEquals(no[place], point.falsePositiveRate(), 1e-12);
      assertEquals(yes[place], point.truePositiveRate(), 1e-12);
      area +=
          (point.falsePositiveRate() - before.falsePositiveRate())
              * (point.truePositiveRate() + before.truePositiveRate())
              / 2;
      before = point;
    }
    assertEquals(1, before.falsePositiveRate());
    assertEquals(1, before.truePositiveRate());
    assertEquals(curve.auc(), area, 1e-12);
    assertTrue(curve.points().size() < no.length, () -> curve + " of " + no.length);
  }

  @Test
  void aCurveIsThinnedToItsEndsAndPointsBetweenThem() {
    RocCurve curve = report("binary", 2).rocCurves().get(1);
    RocCurve thin = curve.thinned(5);
    assertEquals(5, thin.points().size());
    assertEquals(curve.points().get(0), thin.points().get(0));
    assertEquals(curve.points().get(curve.points().size() - 1), thin.points().get(4));
    assertTrue(curve.points().containsAll(thin.points()));
    assertEquals(curve, curve.thinned(curve.points().size()));
    assertEquals(2, curve.thinned(2).points().size());
  }

  @Test
  void theCalibrationIsThatOfScikitLearn() {
    Calibration calibration = report("binary", 2).calibration();
    assertArrayEquals(
        GOLDEN.numbers("binary.calibration_share"),
        calibration.bins().stream().mapToDouble(Calibration.Bin::share).toArray(),
        1e-12);
    assertArrayEquals(
        GOLDEN.numbers("binary.calibration_mean"),
        calibration.bins().stream().mapToDouble(Calibration.Bin::meanProbability).toArray(),
        1e-7);
    assertEquals(GOLDEN.number("binary.calibration_error"), calibration.expectedError(), 1e-7);
    assertEquals(
        GOLDEN.number("three.calibration_error"),
        report("three", 3).calibration().expectedError(),
        1e-7);
  }

  /**
   * The ends of an interval of 1,000 resamples are off by about a tenth of a standard error, and by
   * a row.
   */
  @ParameterizedTest
  @CsvSource({"three, 3", "absent, 4", "binary, 2"})
  void theIntervalsAreThoseOfScipy(String name, int labels) {
    Score score = report(name, labels).accuracy();
    double step = 1.0 / report(name, labels).rows();
    check(name + ".accuracy", score.model(), step);
    check(name + ".accuracy_gain", score.gain(), step);
    assertTrue(score.isBetterThanGuessing() && score.isSurelyBetterThanGuessing(), score::toString);
  }

  private static void check(String key, Estimate estimate, double step) {
    double tolerance = step + 0.3 * GOLDEN.number(key + ".standard_error");
    double[] interval = GOLDEN.numbers(key + ".interval");
    assertArrayEquals(
        interval, new double[] {estimate.low(), estimate.high()}, tolerance, estimate::toString);
  }
}

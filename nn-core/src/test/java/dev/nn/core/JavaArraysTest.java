package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.metric.Metrics;
import dev.nn.math.Matrix;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaArraysTest {
  private static final double[][] X = {{-2}, {-1}, {1}, {2}};

  @Test
  void labelsAsTextsAreSortedAndMatchedByName() {
    Dataset data = Dataset.classes(X, new String[] {"oak", "ash", "oak", "elm"});
    assertEquals(new Targets.Classes(List.of("ash", "elm", "oak")), data.targets());
    assertArrayEquals(new float[] {0, 0, 1}, target(data, 0));
    assertEquals(
        "row 3: label \"fir\" is none of the 2 classes: ash, oak",
        refusal(
            () ->
                Dataset.classes(
                    X,
                    new String[] {"oak", "ash", "oak", "fir"},
                    new Targets.Classes(List.of("ash", "oak")))));
  }

  @Test
  void theWordsForNoAndYesTravelInsideTheModelsFile() {
    Dataset data = Dataset.binary(X, new int[] {0, 0, 1, 1}, "benign", "malignant");
    Model trained = train(data, "sigmoid", "binary_crossentropy");
    Model model = Model.load(trained.toBytes(), TestPlugins.registry());
    assertEquals(Optional.of(new Targets.Binary("benign", "malignant")), model.targets());
    assertEquals("malignant", model.predictLabel(new double[] {2}));
    assertEquals(List.of("benign", "malignant"), model.predictLabels(new double[][] {{-2}, {2}}));
    LabelProbability no = model.predictProbability(new float[] {-2});
    assertEquals("benign", no.label());
    assertEquals(1 - model.predict(new double[] {-2})[0], no.probability());
  }

  @Test
  void booleansAreFalseAndTrueAndNumbersZeroAndOne() {
    assertEquals(
        new Targets.Binary("false", "true"),
        Dataset.binary(X, new boolean[] {false, false, true, true}).targets());
    Dataset numbers = Dataset.binary(X, new int[] {0, 0, 1, 1});
    Model model = train(numbers, "sigmoid", "binary_crossentropy");
    assertEquals(List.of("0", "1"), model.predictLabels(new double[][] {{-2}, {2}}));
    assertTrue(model.toString().endsWith("predicts yes or no, trained for 50 epochs"));
  }

  @Test
  void yesOfAHingeIsAboveZero() {
    Targets.Binary words = new Targets.Binary("no", "yes");
    assertEquals("yes", words.label(new float[] {0.2f}, Metrics.thresholdFor("hinge")));
    assertEquals("no", words.label(new float[] {0.2f}));
    assertEquals(0, Metrics.thresholdFor("squared_hinge"));
    assertEquals(0.5, Metrics.thresholdFor("binary_crossentropy(label_smoothing=0.1)"));
  }

  @Test
  void oneHotDoublesAndNamedClassesAreTaken() {
    Dataset oneHot = Dataset.classes(X, new double[][] {{1, 0}, {0, 1}, {1, 0}, {0, 1}});
    assertArrayEquals(new float[] {0, 1}, target(oneHot, 3));
    Targets.Classes named = new Targets.Classes(List.of("a", "b"));
    assertEquals(named, Dataset.classes(X, new int[] {0, 1, 0, 1}, named).targets());
    assertEquals("4 rows, 1 feature, 2 classes: 0, 1", oneHot.toString());
    assertArrayEquals(new float[] {7}, target(Dataset.regression(X, new double[] {4, 5, 6, 7}), 3));
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000_000, 20_180_101, Integer.MAX_VALUE})
  void aLabelThatIsNoIndexIsRefusedBeforeAnythingIsMade(int label) {
    String message = refusal(() -> Dataset.classes(new float[][] {{1}, {2}}, new int[] {0, label}));
    assertTrue(message.startsWith("row 1: label " + label + " would make "), message);
    assertTrue(message.contains("labels are indices from 0"), message);
  }

  @Test
  void whatNoFloatHoldsIsRefusedAsItWasGiven() {
    assertEquals(
        "row 0, column 1: feature 1.0E39 is too large for a float, which reaches to 3.4e38; divide"
            + " the column by a constant",
        refusal(() -> Dataset.regression(new double[][] {{1, 1e39}}, new double[][] {{1}})));
    assertTrue(
        refusal(() -> Dataset.regression(new double[][] {{1}}, new double[][] {{-1e39}}))
            .startsWith("row 0, column 0: target -1.0E39 is too large"));
    assertTrue(
        refusal(() -> sign().predict(new double[] {1e39}))
            .startsWith("feature 1.0E39 in column 0 is too large"));
  }

  @Test
  void rowsWithoutFeaturesAndNoRowsAreDifferentFaults() {
    assertTrue(
        refusal(() -> Dataset.classes(new float[][] {{}, {}}, new int[] {0, 1}))
            .startsWith("rows without features"));
    Dataset none = Dataset.classes(new float[0][], new int[0]);
    assertTrue(refusal(none::shape).startsWith("the data has no rows"));
    assertEquals(Shape.of(1), Dataset.regression(X, X).select().shape());
  }

  @Test
  void aPredictionOfNaNHasNoLabel() {
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class, () -> sign().predictLabel(new float[] {Float.NaN}));
    assertTrue(String.valueOf(e.getMessage()).startsWith("output 0 of the network is NaN"));
    assertThrows(
        IllegalStateException.class, () -> new Targets.Binary().label(new float[] {Float.NaN}));
    assertThrows(
        IllegalStateException.class,
        () -> Targets.Classes.numbered(2).label(new float[] {1, Float.NaN}));
  }

  @Test
  void outputsThatAreNoProbabilitiesAreNotCalledSo() {
    assertThrows(IllegalStateException.class, () -> sign().predictProbability(new float[] {1}));
  }

  private static Model sign() {
    return Model.of(
        Network.of(TestPlugins.registry(), Shape.of(1), "dense(units=2)"),
        Map.of("0.dense.kernel", new float[] {-1, 1}, "0.dense.bias", new float[2]));
  }

  private static Model train(Dataset data, String activation, String loss) {
    return Trainer.builder()
        .registry(TestPlugins.registry())
        .loss(loss)
        .optimizer("sgd(learning_rate=0.5)")
        .epochs(50)
        .seed(1)
        .build()
        .fit(
            Network.of(
                TestPlugins.registry(),
                Shape.of(1),
                "dense(units=1, activation=" + activation + ")"),
            data)
        .model();
  }

  private static float[] target(Dataset data, int row) {
    Matrix target = Matrix.zeros(1, data.targets().columns());
    data.readTarget(row, target, 0);
    return target.row(0);
  }

  private static String refusal(Executable call) {
    return String.valueOf(assertThrows(DataException.class, call).getMessage());
  }

  @Test
  void rowsWithoutTargetsAreForLossesThatNeedNone() {
    Dataset floats = Dataset.regression(new float[][] {{1}, {2}}, new float[2][0]);
    assertEquals(2, floats.rows());
    assertEquals(0, floats.targets().columns());
    Dataset doubles = Dataset.regression(new double[][] {{1}, {2}}, new double[2][0]);
    assertEquals(0, doubles.targets().columns());
  }
}

package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.metric.Metrics;
import dev.nn.core.plugin.PluginRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Several labels at once, and several numbers with names. */
class MultiLabelTest {
  private static final PluginRegistry REGISTRY = TestPlugins.registry();
  private static final float[][] X = {{-1, -1}, {-1, 1}, {1, -1}, {1, 1}};

  /** The label "right" holds where x₀ > 0, and "up" where x₁ > 0. */
  private static final Dataset DATA =
      Dataset.multiLabel(X, new int[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, "right", "up");

  private static final Network NETWORK =
      Network.of(REGISTRY, Shape.of(2), "dense(units=2, activation=sigmoid)");

  private static TrainerBuilder trainer() {
    return Trainer.builder()
        .registry(REGISTRY)
        .loss("binary_crossentropy")
        .optimizer("sgd(learning_rate=1)")
        .epochs(20)
        .threads(1);
  }

  /** z = (10 x₀, −10 x₁): the second label is always wrong. */
  private static Model halfRight() {
    return trainer()
        .optimizer("sgd(learning_rate=0)")
        .build()
        .fit(
            Model.of(
                NETWORK,
                Map.of(
                    "0.dense.kernel", new float[] {10, 0, 0, -10}, "0.dense.bias", new float[2])),
            DATA)
        .model();
  }

  @Test
  void labelsAreLearntAndNamed() {
    TrainingResult result = trainer().build().fit(NETWORK, DATA, DATA);
    assertEquals(1, result.history().get(19).validationMetric("binary_accuracy"));
    Model model = result.model();
    assertEquals(List.of("right", "up"), model.predictLabels(new float[] {1, 1}));
    assertEquals(List.of("up"), model.predictLabels(new double[] {-1, 1}));
    assertEquals(List.of(), model.predictLabels(new float[] {-1, -1}));
    assertEquals(List.of("", "up", "right", "right, up"), model.predictLabels(X));
    Model loaded = Model.load(model.toBytes(), REGISTRY);
    assertEquals(Optional.of(new Targets.MultiLabel(List.of("right", "up"))), loaded.targets());
    assertEquals(List.of("right"), loaded.predictLabels(new float[] {1, -1}));
    assertTrue(
        assertThrows(
                IllegalStateException.class, () -> model.predictProbability(new float[] {1, 1}))
            .getMessage()
            .startsWith("several labels may hold at once"));
    assertTrue(model.toString().contains("predicts 2 labels at once: right, up"));
  }

  @Test
  void eachLabelIsJudgedByItself() {
    Model model = halfRight();
    assertEquals(
        Map.of("right", 1.0, "up", 0.0), model.evaluateEach(DATA, Metrics.of("binary_accuracy")));
    assertEquals(Map.of("right", 1.0, "up", 0.0), model.evaluateEach(DATA, Metrics::f1));
    // The macro average over the labels.
    assertEquals(0.5, model.evaluate(DATA, Metrics.of("f1")));
    assertEquals(0.5, model.evaluate(DATA, Metrics.of("roc_auc")));
    // (softplus(−10) + softplus(10)) / 2, where the larger is cut off by no clipping at 1e-7.
    assertEquals(
        (Math.log1p(Math.exp(-10)) + Math.log1p(Math.exp(10))) / 2,
        model.evaluate(DATA, Metrics.of("log_loss")),
        1e-3);
  }

  @Test
  void whatPicksOneClassIsRefused() {
    assertEquals(
        "accuracy looks for the one right class, but here several labels may hold at once: take"
            + " binary_accuracy, the share of right answers, f1 or roc_auc",
        assertThrows(DataException.class, () -> halfRight().evaluate(DATA, Metrics.of("accuracy")))
            .getMessage());
    assertThrows(
        DataException.class,
        () -> trainer().metric("top_k_accuracy(k=1)").build().fit(NETWORK, DATA, DATA));
    assertTrue(
        assertThrows(DataException.class, () -> halfRight().evaluate(DATA, Metrics::accuracy))
            .getMessage()
            .contains("Dataset.multiLabel"));
    assertThrows(DataException.class, () -> halfRight().confusionMatrix(DATA));
    NnException e =
        assertThrows(
            NnException.class,
            () -> trainer().loss("categorical_crossentropy").build().fit(NETWORK, DATA));
    assertEquals(
        "categorical_crossentropy picks one of several, but the targets are 2 labels at once:"
            + " right, up: take the loss binary_crossentropy, and give the last layer units=2 and"
            + " activation=sigmoid",
        e.getMessage());
    assertTrue(
        assertThrows(
                NnException.class,
                () -> trainer().balancedClassWeights().build().fit(NETWORK, DATA))
            .getMessage()
            .startsWith("class weights are given"));
  }

  @Test
  void badLabelsAreNamed() {
    assertEquals(
        "row 1, column 0: label 2 is not 0 or 1",
        message(() -> Dataset.multiLabel(new float[2][1], new int[][] {{0, 1}, {2, 0}})));
    assertEquals(
        "row 0 has 1 label, but there are 2",
        message(() -> Dataset.multiLabel(new float[1][1], new int[][] {{0}}, "a", "b")));
    assertEquals(
        "each label needs a name of its own: [a, a]",
        message(() -> Dataset.multiLabel(new float[1][1], new int[][] {{0, 1}}, "a", "a")));
    Dataset other = Dataset.multiLabel(X, new int[4][2], "up", "right");
    assertEquals(
        "the model knows 2 labels at once: right, up, the data set has 2 labels at once: up, right:"
            + " give it the same ones in the same order",
        message(() -> halfRight().evaluate(other, Metrics.of("f1"))));
  }

  private static String message(Executable bad) {
    return assertThrows(DataException.class, bad).getMessage();
  }

  @Test
  void numbersHaveNames() {
    float[][] y = {{0, 5}, {1, 5}, {2, 5}, {3, 5}};
    Dataset data = Dataset.regression(X, y).withTargetNames("width", "height");
    assertEquals("2 real numbers: width, height", data.targets().toString());
    Network network = Network.of(REGISTRY, Shape.of(2), "dense(units=2)");
    Model model =
        trainer()
            .loss("mean_squared_error")
            .optimizer("sgd(learning_rate=0)")
            .build()
            .fit(
                Model.of(
                    network,
                    Map.of("0.dense.kernel", new float[4], "0.dense.bias", new float[] {1.5f, 5})),
                data)
            .model();
    Model loaded = Model.load(model.toBytes(), REGISTRY);
    assertEquals(data.targets(), loaded.targets().orElseThrow());
    assertEquals(
        Map.of("width", 1.0, "height", 0.0),
        loaded.evaluateEach(data, Metrics.of("mean_absolute_error")));
    assertThrows(DataException.class, () -> Dataset.regression(X, y).withTargetNames("width"));
    assertThrows(DataException.class, () -> DATA.withTargetNames("a", "b"));
  }

  @Test
  void aSummaryIsATable() {
    Model model = Model.initial(NETWORK, 1);
    assertEquals(6, model.summary().parameters());
    String[] lines = model.summary().toString().split("\n");
    assertEquals("layer", lines[0].split(" ")[0]);
    assertEquals(4, lines.length);
    assertTrue(lines[2].matches("dense\\(.*units=2\\) +\\(2\\) +6"), lines[2]);
    assertTrue(lines[3].matches("total +6"), lines[3]);
    Network frozen = Network.of(REGISTRY, Shape.of(2), "dense(units=2, trainable=false)");
    assertTrue(frozen.summary().toString().endsWith(" 0"), frozen.summary().toString());
  }
}

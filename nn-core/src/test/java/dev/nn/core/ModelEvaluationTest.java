package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.metric.ConfusionMatrix;
import dev.nn.core.metric.Metrics;
import dev.nn.math.Matrix;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelEvaluationTest {
  private static final Network NETWORK =
      Network.of(TestPlugins.registry(), Shape.of(1), "dense(units=2)");
  private static final Model SIGN =
      Model.of(
          NETWORK,
          Map.of("0.dense.kernel", new float[] {-1, 1}, "0.dense.bias", new float[] {0, 0}));
  private static final Dataset DATA =
      Dataset.classes(new float[][] {{-1}, {-2}, {-3}, {1}}, new int[] {0, 0, 0, 0});

  @Test
  void examplesCountAsMuchAsTheirWeights() {
    assertEquals(0.75, SIGN.evaluate(DATA, Metrics::accuracy));
    assertEquals(0, SIGN.evaluate(DATA.withWeights(0, 0, 0, 1), Metrics::accuracy));
    assertEquals(0.9, SIGN.evaluate(DATA.withWeights(4, 3, 2, 1), Metrics.of("accuracy")), 1e-15);
    assertEquals(
        10,
        SIGN.evaluate(
            DATA.withWeights(4, 3, 2, 1),
            (predictions, targets, weights) -> weights[0] + weights[1] + weights[2] + weights[3]));
  }

  @Test
  void aLambdaWithoutWeightsIsRefusedWhereTheyDiffer() {
    assertEquals(4, SIGN.evaluate(DATA, (predictions, targets) -> targets.rows()));
    DataException e =
        assertThrows(
            DataException.class,
            () ->
                SIGN.evaluate(
                    DATA.withWeights(1, 1, 2, 1), (predictions, targets) -> targets.rows()));
    assertTrue(
        String.valueOf(e.getMessage()).startsWith("row 2 has weight 2.0 and row 0 has 1.0"),
        e.getMessage());
  }

  @Test
  void aNegativeWeightIsRefusedByItsRow() {
    DataException e =
        assertThrows(
            DataException.class,
            () -> SIGN.evaluate(DATA.withWeights(1, 1, -2, 1), Metrics::accuracy));
    assertEquals("row 2: a weight must be at least 0 and finite, got -2.0", e.getMessage());
  }

  @Test
  void confusionCountsExamplesAndWeighsMeasures() {
    ConfusionMatrix matrix = SIGN.confusionMatrix(DATA.withWeights(1, 1, 1, 7));
    assertEquals("[[3, 1], [0, 0]]", matrix.toString());
    assertEquals(0.3, matrix.recall(0), 1e-15);
  }

  /** A data set whose features would fill 320 GB, and whose row i has the feature i in column 0. */
  private record Endless(int rows) implements Dataset {
    @Override
    public Shape shape() {
      return Shape.of(COLUMNS);
    }

    @Override
    public Targets targets() {
      return Targets.Classes.numbered(2);
    }

    @Override
    public void readFeatures(int row, Matrix into, int at) {
      into.set(at, 0, row % 4 == 0 ? 1 : -1);
    }

    @Override
    public void readTarget(int row, Matrix into, int at) {
      into.set(at, 0, 1);
      into.set(at, 1, 0);
    }
  }

  private static final int COLUMNS = 1 << 20;

  @Test
  void moreNumbersThanAnArrayHoldsAreEvaluatedInBatches() {
    float[] kernel = new float[2 * COLUMNS];
    kernel[0] = -1;
    kernel[1] = 1;
    Model model =
        Model.of(
            Network.of(TestPlugins.registry(), Shape.of(COLUMNS), "dense(units=2)"),
            Map.of("0.dense.kernel", kernel, "0.dense.bias", new float[2]));
    Dataset data = new Endless(2100); // 2.2e9 numbers
    assertEquals(0.75, model.evaluate(data, Metrics.of("accuracy")));
  }

  @Test
  void predictionsOfADataSetAreThoseOfItsRows() {
    float[][] x = new float[10_000][1];
    for (int i = 0; i < x.length; i++) {
      x[i][0] = i - 5000;
    }
    Matrix all = SIGN.predict(Dataset.regression(x, x));
    for (int i : new int[] {0, 4095, 4096, 8191, 8192, 9999}) {
      assertEquals(i - 5000, all.get(i, 1));
    }
  }

  /** Some of the classes, in a data set that numbers them, are not the first ones. */
  @Test
  void classesAreMatchedByTheirNamesThoughTheyAreNumbers() {
    float[][] x = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    Model model =
        Trainer.builder()
            .registry(TestPlugins.registry())
            .loss("mean_squared_error")
            .optimizer("sgd(learning_rate=0.5)")
            .epochs(60)
            .build()
            .fit(
                Network.of(TestPlugins.registry(), Shape.of(3), "dense(units=3)"),
                Dataset.classes(x, new int[] {0, 1, 2}))
            .model();
    Dataset some = Dataset.classes(new float[][] {x[1], x[2]}, new String[] {"1", "2"});
    assertEquals(1, model.evaluate(some, Metrics::accuracy));
    assertEquals(1, model.confusionMatrix(some).recall(2));
    Dataset words = Dataset.classes(x, new String[] {"cat", "dog", "owl"});
    assertEquals(1, model.evaluate(words, Metrics::accuracy), "by their places");
    Dataset more = Dataset.classes(x, new String[] {"1", "2", "12"});
    assertThrows(DataException.class, () -> model.evaluate(more, Metrics::accuracy));
  }

  @Test
  void theLogLossOfWhatIsNoProbabilityIsNone() {
    assertEquals(Double.NaN, SIGN.evaluate(DATA, Metrics.of("log_loss")));
  }
}

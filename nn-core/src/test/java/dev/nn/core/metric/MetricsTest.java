package dev.nn.core.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.api.Kind;
import dev.nn.api.Loss;
import dev.nn.api.ShapeException;
import dev.nn.api.SpecException;
import dev.nn.core.Trainer;
import dev.nn.core.loss.CosineSimilarity;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {
  private static final Matrix YES_NO = column(1, 0, 1, 0);

  @Test
  void accuracyOfOneColumnIsBinary() {
    assertEquals(0.5, Metrics.accuracy(column(0.9f, 0.8f, 0.3f, 0.1f), YES_NO));
  }

  @Test
  void binaryAccuracyTakesMinusOneAsNo() {
    Metric metric = Metrics.of("binary_accuracy(threshold=0)");
    assertEquals(1, metric.of(column(0.1f, -0.1f, 3, -2), column(1, -1, 1, -1)));
    assertEquals(0.75, metric.of(column(-0.1f, -0.1f, 3, -2), YES_NO));
  }

  @Test
  void ofEqualPredictionsTheFirstIsAmongTheTop() {
    Matrix equal = Matrix.copyOf(new float[][] {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}});
    Matrix targets = Matrix.copyOf(new float[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    assertEquals(1.0 / 3, Metrics.topKAccuracy(1).of(equal, targets));
    assertEquals(2.0 / 3, Metrics.topKAccuracy(2).of(equal, targets));
    assertEquals(1, Metrics.topKAccuracy(5).of(equal, targets));
    assertEquals(1.0 / 3, Metrics.accuracy(equal, targets));
  }

  @Test
  void equalPredictionsCountHalfInTheAreaUnderTheCurve() {
    assertEquals(0.5, Metrics.rocAuc(column(1, 1, 1, 1), YES_NO));
    assertEquals(0.875, Metrics.rocAuc(column(2, 1, 1, 0), YES_NO));
    assertEquals(0, Metrics.rocAuc(column(0, 1, 0, 1), YES_NO));
    assertEquals(0.5, Metrics.rocAuc(column(0f, -0f, -0f, 0f), YES_NO));
    assertEquals(1, Metrics.rocAuc(column(-1e-30f, -3, 1e-30f, -2), YES_NO));
  }

  @Test
  void averagePrecisionStepsOnceForEqualPredictions() {
    assertEquals(0.5, Metrics.prAuc(column(1, 1, 1, 1), YES_NO));
    assertEquals((1 + 2.0 / 3) / 2, Metrics.prAuc(column(2, 1, 1, 0), YES_NO));
  }

  @Test
  void areasAreUndefinedWithoutAYesOrWithoutANo() {
    for (float label : new float[] {0, 1}) {
      Matrix same = column(label, label);
      assertTrue(Double.isNaN(Metrics.rocAuc(column(1, 2), same)));
      assertTrue(Double.isNaN(Metrics.prAuc(column(1, 2), same)));
    }
    assertTrue(Double.isNaN(Metrics.rocAuc(column(1, Float.NaN, 0, 0), YES_NO)));
  }

  @Test
  void areasOfClassesLeaveOutThoseThatDoNotOccur() {
    Matrix predictions =
        Matrix.copyOf(new float[][] {{0.7f, 0.2f, 0.1f}, {0.1f, 0.5f, 0.4f}, {0.6f, 0.4f, 0}});
    Matrix targets = Matrix.copyOf(new float[][] {{1, 0, 0}, {0, 1, 0}, {0, 1, 0}});
    assertEquals(1, Metrics.rocAuc(predictions, targets));
    assertEquals(1, Metrics.prAuc(predictions, targets));
  }

  @Test
  void precisionAndRecallOfNothingAreZero() {
    Matrix never = column(0, 0, 0, 0);
    assertEquals(0, Metrics.precision(never, YES_NO));
    assertEquals(0, Metrics.recall(never, never));
    assertEquals(0, Metrics.f1(never, YES_NO));
  }

  @Test
  void theConfusionMatrixOfOneColumnHasTwoClasses() {
    ConfusionMatrix matrix = ConfusionMatrix.of(column(0.9f, 0.8f, 0.7f, 0.1f), YES_NO);
    assertEquals("[[1, 1], [0, 2]]", matrix.toString());
    assertEquals(2, matrix.classes());
    assertEquals(1, matrix.count(0, 1));
    assertEquals(2.0 / 3, matrix.precision(1));
    assertEquals(1, matrix.recall(1));
    assertEquals(0.5, matrix.recall(0));
    assertEquals(0.8, matrix.f1(1));
    assertEquals(matrix, ConfusionMatrix.of(column(1, 1, 1, -1), column(1, -1, 1, -1), 0));
  }

  @Test
  void r2OfEqualTargetsIsOneOrZeroAndOfOneRowUndefined() {
    assertEquals(1, Metrics.r2(column(2, 2), column(2, 2)));
    assertEquals(0, Metrics.r2(column(2, 3), column(2, 2)));
    assertTrue(Double.isNaN(Metrics.r2(column(1), column(1))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mean_squared_error", "mean_absolute_error", "root_mean_squared_error", "r2"})
  void ofMeansAndLogVariancesTheMeansCount(String name) {
    Metric metric = Metrics.of(name);
    Matrix both = Matrix.copyOf(new float[][] {{1, 7}, {3, 8}, {4, 9}});
    Matrix targets = column(1, 2, 4);
    assertEquals(metric.of(column(1, 3, 4), targets), metric.of(both, targets));
  }

  @Test
  void withoutRowsAMetricIsUndefined() {
    Metrics.all()
        .forEach(
            (name, metric) ->
                assertTrue(Double.isNaN(metric.of(Matrix.zeros(0, 3), Matrix.zeros(0, 3))), name));
  }

  @Test
  void predictionsMustFitTheTargets() {
    Metrics.all()
        .forEach(
            (name, metric) ->
                assertThrows(
                    ShapeException.class,
                    () -> metric.of(Matrix.zeros(2, 3), Matrix.zeros(2, 2)),
                    name));
    assertEquals(
        "targets in 1 column are yes or no, not classes: use binary_accuracy instead",
        assertThrows(ShapeException.class, () -> Metrics.topKAccuracy(2).of(YES_NO, YES_NO))
            .getMessage());
  }

  @Test
  void aPredictionOfNaNIsWrongAndNoClass() {
    float nan = Float.NaN;
    assertEquals(0, Metrics.accuracy(column(nan, nan), column(0, 0)));
    assertEquals(0.5, Metrics.binaryAccuracyAt(-1).of(column(nan, 0), column(1, 1)));
    Matrix predictions = Matrix.copyOf(new float[][] {{nan, nan}, {1, nan}, {0.2f, 0.8f}});
    Matrix targets = Matrix.copyOf(new float[][] {{1, 0}, {1, 0}, {0, 1}});
    assertEquals(1.0 / 3, Metrics.accuracy(predictions, targets));
    assertEquals(1.0 / 3, Metrics.topKAccuracy(5).of(predictions, targets));
    assertEquals(-1, Metrics.argMax(predictions, 1));
    ConfusionMatrix matrix = ConfusionMatrix.of(predictions, targets);
    assertEquals("[[0, 0], [0, 1]], undecided [2, 0]", matrix.toString());
    assertEquals(2, matrix.undecided(0));
    assertEquals(0, matrix.recall(0));
    assertEquals(1, matrix.recall(1));
  }

  @Test
  void noMetricTakesNaNForAGoodAnswer() {
    float nan = Float.NaN;
    Matrix one = column(nan, nan, nan, nan);
    Matrix two = Matrix.copyOf(new float[][] {{nan, nan}, {nan, nan}, {nan, nan}, {nan, nan}});
    Matrix classes = Matrix.copyOf(new float[][] {{1, 0}, {1, 0}, {1, 0}, {0, 1}});
    Metrics.all()
        .forEach(
            (name, metric) -> {
              if (!name.equals("top_k_accuracy")) {
                assertBad(name, metric.of(one, column(0, 0, 0, 1)));
              }
              assertBad(name, metric.of(two, classes));
            });
  }

  private static void assertBad(String name, double value) {
    assertTrue(Double.isNaN(value) || value == 0, name + " " + value);
  }

  @Test
  void aTargetOfNaNIsRefusedWhereAClassIsAskedFor() {
    for (String name : new String[] {"accuracy", "precision", "roc_auc"}) {
      assertThrows(
          DataException.class, () -> Metrics.of(name).of(column(0, 1), column(0, Float.NaN)), name);
    }
  }

  @Test
  void aRowOfWeightTwoCountsLikeTwoRows() {
    Matrix predictions = column(0.9f, 0.8f, 0.3f, 0.1f, 0.6f);
    Matrix targets = column(1, 0, 1, 0, 1);
    Matrix twice = column(0.9f, 0.8f, 0.8f, 0.3f, 0.1f);
    Matrix twiceTargets = column(1, 0, 0, 1, 0);
    Metrics.all()
        .forEach(
            (name, metric) -> {
              if (!name.equals("top_k_accuracy")) {
                double weighted =
                    ((WeightedMetric) metric)
                        .of(predictions, targets, new double[] {1, 2, 1, 1, 0});
                assertEquals(metric.of(twice, twiceTargets), weighted, 1e-12, name);
              }
            });
  }

  @Test
  void batchesGiveTheBitsOfAllRowsAtOnce() {
    CounterRandom random = CounterRandom.of(7);
    Matrix predictions = Matrix.zeros(1000, 3);
    Matrix targets = Matrix.zeros(1000, 3);
    double[] weights = new double[1000];
    for (int i = 0; i < 1000; i++) {
      for (int j = 0; j < 3; j++) {
        predictions.set(i, j, random.nextFloat());
      }
      targets.set(i, (int) (3 * random.nextFloat()), 1);
      weights[i] = 1;
    }
    Metrics.all()
        .forEach(
            (name, metric) -> {
              Metric.Tally tally = metric.tally(1000);
              for (int from = 0; from < 1000; from += 64) {
                int to = Math.min(1000, from + 64);
                tally.add(predictions.rows(from, to), targets.rows(from, to), weights);
              }
              assertEquals(metric.of(predictions, targets), tally.value(), name);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acuracy | there is no metric \"acuracy\". Did you mean accuracy",
        "f2 | there is no metric \"f2\". Did you mean f1",
        "accuracy(k=3) | accuracy has no option k.",
        "top_k_accuracy(n=3) | top_k_accuracy has no option n.",
        "top_k_accuracy(k=0.5) | k of top_k_accuracy must be an integer, not 0.5",
        "top_k_accuracy(k=0) | top_k_accuracy: k must be at least 1, got 0",
        "binary_accuracy(threshold=high) | threshold of binary_accuracy must be a number, not high"
      })
  void aWrongSpecIsExplained(String spec, String start) {
    String problem = assertThrows(SpecException.class, () -> Metrics.of(spec)).problem();
    assertTrue(problem.startsWith(start), problem);
  }

  @Test
  void everyLossButCosineSimilarityHasAMetric() {
    PluginRegistry registry = PluginRegistry.load();
    for (String name : registry.names(Kind.LOSS)) {
      Loss loss = registry.loss(name);
      Optional<String> metric = Metrics.defaultFor(loss);
      assertEquals(!(loss instanceof CosineSimilarity), metric.isPresent(), name);
      metric.ifPresent(Metrics::of);
    }
    assertEquals(
        Optional.of("binary_accuracy(threshold=0)"), Metrics.defaultFor(registry.loss("hinge")));
  }

  @Test
  void aTrainerTakesAMetricWithOptions() {
    assertThrows(SpecException.class, () -> Trainer.builder().metric("acuracy"));
    Trainer.builder().metric("top_k_accuracy( k = 3 )");
  }

  private static Matrix column(float... values) {
    return Matrix.view(values, 0, values.length, 1, 1);
  }
}

package dev.nn.tests.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.api.Kind;
import dev.nn.api.Shape;
import dev.nn.api.Spec;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OptimizersTest {
  private static final String ONE_WEIGHT =
      "dense(units=1, bias=false, initializer=constant(value=2))";

  private Sample sample;

  @BeforeAll
  void build(@TempDir Path folder) throws IOException {
    sample = Sample.of("optimizers", Kind.OPTIMIZER, "acme.accumulating", folder);
  }

  @AfterAll
  void close() throws IOException {
    sample.close();
  }

  /** ŷ = 3·2, g = 2·6·3 = 36, √(3888 + 36²) = 72, so w = 2 − 0.5·36/72 = 1.75. */
  @Test
  void slotsStartWithTheValueThatTheOptimizerSays() {
    Experiment experiment =
        Experiment.of(new float[][] {{3}}, new float[][] {{0}}, ONE_WEIGHT, 1)
            .withOptimizer("acme.accumulating(learning_rate=0.5, start=3888)");
    assertPrediction(3 * 1.75f, experiment);
  }

  /** 2 − 0.1·10·(1 + ½ + ¼) = 0.25. */
  @Test
  void scalarsAreAdvancedOnceAStep() {
    Experiment experiment =
        Experiment.of(new float[][] {{1}}, new float[][] {{-100}}, ONE_WEIGHT, 3)
            .withOptimizer("acme.layerwise(learning_rate=0.1, floor=10, beta=0.5)");
    assertPrediction(0.25f, experiment);
  }

  private void assertPrediction(float expected, Experiment experiment) {
    for (Where where : Where.values()) {
      for (int threads = 1; threads <= 3; threads++) {
        Report report = sample.train(where, experiment.withThreads(threads));
        assertEquals(expected, report.predictions()[0][0], 1e-6f, where + ", " + threads);
      }
    }
  }

  /**
   * The kernel, 200 × 256, is too large for one tile, and its gradients grow with the row. An
   * update of the whole tensor keeps their ratio, (1 + i) to 1, and has length α‖w‖ in all.
   */
  @Test
  void anOptimizerOfWholeTensorsGetsThemWhole() {
    Network network =
        Network.of(
            sample.registry(),
            Shape.of(200),
            "dense(units=256, bias=false, initializer=constant(value=0.5))");
    float[] features = new float[200];
    for (int i = 0; i < features.length; i++) {
      features[i] = (1 + i) / 200f;
    }
    float[][] target = {new float[256]};
    Trainer trainer =
        Trainer.builder()
            .registry(sample.registry())
            .loss("mean_squared_error")
            .optimizer("acme.layerwise(learning_rate=0.125)")
            .epochs(1)
            .threads(3)
            .build();
    Model model =
        trainer.fit(network, Dataset.regression(new float[][] {features}, target)).model();
    float[] weights = model.parameter("0.dense.kernel");
    double squares = 0;
    for (float weight : weights) {
      squares += (0.5 - weight) * (0.5 - weight);
    }
    assertEquals(0.125 * 0.5 * Math.sqrt(weights.length), Math.sqrt(squares), 1e-4);
    double first = 0.5 - weights[0];
    for (int i = 0; i < features.length; i++) {
      assertEquals((1 + i) * first, 0.5 - weights[256 * i], 1e-4, "row " + i);
    }
  }

  @Test
  void bothLearnOnTheClassPathAndOnTheModulePath() {
    for (String optimizer : optimizers()) {
      Checks.learns(sample, "acme.optimizers", experiment().withOptimizer(optimizer), 0.02);
    }
  }

  @Test
  void bothGiveTheSameBitsForAnyNumberOfThreads() {
    for (String optimizer : optimizers()) {
      Checks.sameBitsForAnyThreads(sample, experiment().withOptimizer(optimizer).withBatchSize(7));
    }
  }

  @Test
  void optionsHaveTheirDefaults() {
    assertArrayEquals(
        new String[] {
          "acme.accumulating(learning_rate=0.01, start=0.1)",
          "acme.layerwise(beta=1, floor=0.1, learning_rate=0.01)"
        },
        Arrays.stream(new String[] {"acme.accumulating", "acme.layerwise"})
            .map(name -> Spec.of(sample.registry().optimizer(name)).toString())
            .toArray());
  }

  private static String[] optimizers() {
    return new String[] {
      "acme.accumulating(learning_rate=0.1, start=0.5)",
      "acme.layerwise(learning_rate=0.03, beta=0.997)"
    };
  }

  private static Experiment experiment() {
    return Experiment.of(
        Grid.points(), Grid.products(), "dense(units=8, activation=tanh), dense(units=1)", 600);
  }
}

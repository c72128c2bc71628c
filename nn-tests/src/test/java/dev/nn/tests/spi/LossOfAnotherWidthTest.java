package dev.nn.tests.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Kind;
import dev.nn.api.Loss;
import dev.nn.api.ShapeException;
import dev.nn.math.Matrix;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LossOfAnotherWidthTest {
  private static final String LOSS = "acme.gaussian_likelihood";

  private Sample sample;

  @BeforeAll
  void build(@TempDir Path folder) throws IOException {
    sample = Sample.of("loss", Kind.LOSS, LOSS, folder);
  }

  @AfterAll
  void close() throws IOException {
    sample.close();
  }

  @Test
  void gradientsAgreeWithCentralDifferences() {
    Loss loss = sample.registry().loss(LOSS);
    float[][] predictions = {{0.5f, -1, 0.25f, -0.5f}, {2, 1, -0.75f, 1}};
    Matrix target = Matrix.copyOf(new float[][] {{0, 1}, {1.5f, 0.5f}});
    Matrix gradient = Matrix.zeros(2, 4);
    loss.gradient(Matrix.copyOf(predictions), target, gradient);
    float step = 1f / 256;
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 4; j++) {
        double above = value(loss, predictions, i, j, step, target);
        double below = value(loss, predictions, i, j, -step, target);
        double numeric = (above - below) / (2 * step);
        assertEquals(numeric, gradient.get(i, j), 1e-4, "row " + i + ", column " + j);
      }
    }
  }

  private static double value(
      Loss loss, float[][] predictions, int i, int j, float step, Matrix target) {
    Matrix moved = Matrix.copyOf(predictions);
    moved.set(i, j, predictions[i][j] + step);
    double[] losses = new double[2];
    loss.value(moved, target, losses);
    return losses[i];
  }

  /**
   * Each x has the targets x ± ½, so the best prediction is a mean of x and a variance of ¼: s =
   * log ¼ = −1.3862944, and the loss ½(s + 1) = −0.1931472.
   */
  @Test
  void learnsMeansAndVariancesOnTheClassPathAndOnTheModulePath() {
    float[][] points = {{-1}, {-1}, {0}, {0}, {1}, {1}, {2}, {2}};
    float[][] targets = {{-1.5f}, {-0.5f}, {-0.5f}, {0.5f}, {0.5f}, {1.5f}, {1.5f}, {2.5f}};
    Experiment experiment = Experiment.of(points, targets, "dense(units=2)", 1000).withLoss(LOSS);
    Report report = Checks.learns(sample, "acme.loss", experiment, -0.19);
    assertEquals(-0.1931472, report.validationLosses()[999], 1e-5);
    for (int i = 0; i < points.length; i++) {
      float[] expected = {points[i][0], -1.3862944f};
      assertArrayEquals(expected, report.predictions()[i], 1e-3f, "row " + i);
    }
  }

  @Test
  void givesTheSameBitsForAnyNumberOfThreads() {
    Experiment experiment =
        Experiment.of(
            Grid.points(), Grid.products(), "dense(units=5, activation=tanh), dense(units=2)", 50);
    Checks.sameBitsForAnyThreads(sample, experiment.withLoss(LOSS).withBatchSize(5));
  }

  @Test
  void widthsThatDoNotFitAreRefusedBeforeTheFirstStep() {
    Experiment experiment =
        Experiment.of(new float[][] {{1}}, new float[][] {{1}}, "dense(units=3)", 1);
    ShapeException odd =
        assertThrows(
            ShapeException.class, () -> sample.train(Where.CLASS_PATH, experiment.withLoss(LOSS)));
    assertTrue(odd.getMessage().contains("even number of predictions, not 3"), odd::getMessage);
    Experiment four = Experiment.of(new float[][] {{1}}, new float[][] {{1}}, "dense(units=4)", 1);
    ShapeException narrow =
        assertThrows(
            ShapeException.class, () -> sample.train(Where.CLASS_PATH, four.withLoss(LOSS)));
    assertTrue(narrow.getMessage().contains("needs targets with 2 columns"), narrow::getMessage);
  }
}

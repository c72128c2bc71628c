package dev.nn.tests.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Kind;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScheduleWithStateTest {
  private static final String OPTIMIZER =
      "sgd(learning_rate=acme.patient(initial=0.25, patience=2))";

  private Sample sample;

  @BeforeAll
  void build(@TempDir Path folder) throws IOException {
    sample = Sample.of("schedule", Kind.SCHEDULE, "acme.patient", folder);
  }

  @AfterAll
  void close() throws IOException {
    sample.close();
  }

  /** The first epoch is the best; the second and third are waited through, and so on by twos. */
  @Test
  void theStateLastsFromEpochToEpoch() {
    Experiment frozen =
        Experiment.of(Grid.points(), Grid.products(), "dense(units=1, trainable=false)", 7)
            .withOptimizer(OPTIMIZER)
            .withBatchSize(10);
    for (Where where : Where.values()) {
      assertArrayEquals(
          new double[] {0.25, 0.25, 0.25, 0.125, 0.125, 0.0625, 0.0625},
          sample.train(where, frozen).rates(),
          where.toString());
    }
  }

  /** Small batches at a large rate make the loss jump, so it does not always fall. */
  @Test
  void learnsOnTheClassPathAndOnTheModulePath() {
    Experiment experiment =
        Experiment.of(
                Grid.points(),
                Grid.products(),
                "dense(units=8, activation=tanh), dense(units=1)",
                200)
            .withOptimizer(OPTIMIZER)
            .withBatchSize(4);
    Report report = Checks.learns(sample, "acme.schedule", experiment, 0.02);
    double[] rates = report.rates();
    assertTrue(rates[rates.length - 1] < 0.25, "some epochs were not better");
    assertArrayEquals(expectedRates(report.validationLosses()), rates);
  }

  /** The same rule written down once more. */
  private static double[] expectedRates(double[] losses) {
    double[] rates = new double[losses.length];
    double best = Double.POSITIVE_INFINITY;
    int waited = 0;
    double rate = 0.25;
    for (int i = 0; i < losses.length; i++) {
      rates[i] = rate;
      waited = losses[i] < best ? 0 : waited + 1;
      best = Math.min(best, losses[i]);
      if (waited == 2) {
        rate /= 2;
        waited = 0;
      }
    }
    return rates;
  }
}

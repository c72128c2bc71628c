package dev.nn.core.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.TestPlugins;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.metric.Metric;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DropoutTest {
  private static final int INPUTS = 10_000;

  @Test
  void predictionsPassThrough() {
    Network network = Network.of(TestPlugins.registry(), Shape.of(3), "dropout(rate=0.9)");
    float[] x = {1, -2, 3};
    assertArrayEquals(x, Model.initial(network, 0).predict(x));
  }

  @Test
  void inTrainingTheRateIsDroppedAndTheRestScaledUp() {
    // With all weights 0 and squared error against 1, ∂ℓ/∂w is −2 x m / (1 − rate): the step shows
    // the mask.
    Network network =
        Network.of(TestPlugins.registry(), Shape.of(INPUTS), "dropout(rate=0.25), dense(units=1)");
    Model start =
        Model.of(
            network, Map.of("1.dense.kernel", new float[INPUTS], "1.dense.bias", new float[1]));
    float[][] ones = new float[1][INPUTS];
    Arrays.fill(ones[0], 1);
    Trainer trainer =
        Trainer.builder()
            .registry(TestPlugins.registry())
            .loss("mean_squared_error")
            .optimizer("sgd(learning_rate=0.5)")
            .epochs(2)
            .build();
    try (TrainingSession session =
        trainer.start(start, Dataset.regression(ones, new float[] {1}))) {
      session.step();
      float[] first = session.model().parameter("1.dense.kernel");
      int kept = 0;
      for (float w : first) {
        assertEquals(w == 0 ? 0 : (float) (1 / 0.75), w);
        kept += w == 0 ? 0 : 1;
      }
      // Four standard deviations of a binomial with n = 10,000 and p = 3/4.
      assertEquals(7500, kept, 4 * Math.sqrt(INPUTS * 0.75 * 0.25));
    }
  }

  @Test
  void theMeanOfTheOutputStays() {
    Network network =
        Network.of(TestPlugins.registry(), Shape.of(INPUTS), "dropout(rate=0.5), dense(units=1)");
    float[] weights = new float[INPUTS];
    Arrays.fill(weights, 1f / INPUTS);
    Model start =
        Model.of(network, Map.of("1.dense.kernel", weights, "1.dense.bias", new float[1]));
    float[][] ones = new float[1][INPUTS];
    Arrays.fill(ones[0], 1);
    Metric prediction = (predictions, targets) -> predictions.get(0, 0);
    Dataset data = Dataset.regression(ones, new float[] {0});
    assertEquals(1, start.evaluate(data, prediction), 1e-4);
    Trainer trainer =
        Trainer.builder()
            .registry(TestPlugins.registry())
            .loss("mean_squared_error")
            .optimizer("sgd(learning_rate=0)")
            .build();
    try (TrainingSession session = trainer.start(start, data)) {
      session.step();
      assertEquals(1, Math.sqrt(session.batchLoss()), 4 * Math.sqrt(1.0 / INPUTS));
    }
  }

  @Test
  void theRateIsAtLeastZeroAndLessThanOne() {
    assertThrows(IllegalArgumentException.class, () -> new Dropout(1));
    assertThrows(IllegalArgumentException.class, () -> new Dropout(-0.1));
    assertThrows(IllegalArgumentException.class, () -> new Dropout(Double.NaN));
  }
}

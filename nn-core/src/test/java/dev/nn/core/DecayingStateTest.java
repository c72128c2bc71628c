package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Optimizer;
import dev.nn.api.ParameterTile;
import dev.nn.api.Schedule;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Averages and weights that decay where no gradient comes: they end at 0, not just above it. */
class DecayingStateTest {
  private static final PluginRegistry REGISTRY = TestPlugins.registry();

  /** What the last update saw, and from which to which step averages were subnormal. */
  private static final class Seen {
    private float average;
    private float constant;
    private float weight;
    private long first = Long.MAX_VALUE;
    private long last;
  }

  /**
   * The weights and its first slot decay from 1, as with a penalty and as a momentum without
   * gradients; its second slot stays.
   */
  private record Fading(Granularity granularity, Schedule learningRate, Seen seen)
      implements Optimizer {
    @Override
    public String name() {
      return "acme.fading";
    }

    @Override
    public int slots() {
      return 2;
    }

    @Override
    public float initialSlot(int slot) {
      return slot == 0 ? 1 : -Float.MIN_NORMAL;
    }

    @Override
    public void update(ParameterTile tile) {
      float[] average = tile.slot(0);
      for (int i = tile.from(); i < tile.to(); i++) {
        average[i] *= 0.9f;
        tile.weights()[i] = tile.step() == 0 ? 1 : tile.weights()[i] * 0.9f;
      }
      seen.weight = tile.weights()[tile.from()];
      seen.average = average[tile.from()];
      seen.constant = tile.slot(1)[tile.from()];
      if (seen.average != 0 && seen.average < Float.MIN_NORMAL) {
        seen.first = Math.min(seen.first, tile.step());
        seen.last = tile.step();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Optimizer.Granularity.class)
  void whatDecaysIsSubnormalForSomeStepsAndThenZero(Optimizer.Granularity granularity) {
    Seen seen = new Seen();
    Trainer trainer =
        Trainer.builder()
            .registry(REGISTRY)
            .loss("binary_crossentropy")
            .optimizer(new Fading(granularity, new TestPlugins.Constant(0.1), seen))
            .batchSize(1)
            .epochs(2_000)
            .threads(1)
            .build();
    Network network = Network.of(REGISTRY, Shape.of(1), "dense(units=1, activation=sigmoid)");
    Dataset one = Dataset.binary(new float[][] {{1}}, new int[] {1});
    try (TrainingSession session = trainer.start(network, one)) {
      for (int step = 0; step < 2_000; step++) {
        assertTrue(session.step() || step == 1_999);
      }
    }
    assertEquals(0, seen.average);
    assertEquals(0, seen.weight);
    long steps = seen.last - seen.first + 1;
    assertTrue(steps > 0 && steps <= 256, () -> steps + " steps");
    assertEquals(-Float.MIN_NORMAL, seen.constant);
  }
}

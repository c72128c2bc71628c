package dev.nn.tests.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import java.util.HashMap;
import java.util.Map;

/**
 * Gradients as training computes them, next to central differences of the loss as training computes
 * it: a step of plain gradient descent at rate 1 tells the gradient, the first loss of a run that
 * starts from moved weights the difference.
 */
final class TrainingGradients {
  private static final long SEED = 11;

  /** Large enough that the float forward pass does not drown the difference in its rounding. */
  private static final float STEP = 1f / 128;

  private static final double TOLERANCE = 2e-3;

  private final Network network;
  private final Dataset data;
  private final Trainer trainer;

  TrainingGradients(PluginRegistry registry, Network network, Dataset data, String loss) {
    this.network = network;
    this.data = data;
    this.trainer =
        Trainer.builder()
            .registry(registry)
            .loss(loss)
            .optimizer("sgd(learning_rate=1, momentum=0)")
            .epochs(1)
            .batchSize(data.rows())
            .threads(2)
            .build();
  }

  /** Compares every element of the named parameters. */
  void check(String... parameters) {
    Model start = Model.initial(network, SEED);
    Model end = step(start).model();
    for (String name : parameters) {
      float[] before = start.parameter(name);
      float[] after = end.parameter(name);
      for (int i = 0; i < before.length; i++) {
        double numeric = (loss(start, name, i, STEP) - loss(start, name, i, -STEP)) / (2 * STEP);
        double gradient = (double) before[i] - after[i];
        assertEquals(
            numeric,
            gradient,
            TOLERANCE * Math.max(1, Math.abs(numeric)),
            "%s[%d], seed %d".formatted(name, i, SEED));
      }
    }
  }

  private double loss(Model start, String parameter, int index, float step) {
    Map<String, float[]> weights = new HashMap<>();
    start.parameterNames().forEach(name -> weights.put(name, start.parameter(name)));
    weights.get(parameter)[index] += step;
    return step(Model.of(network, weights)).batchLoss();
  }

  private TrainingSession step(Model model) {
    try (TrainingSession session = trainer.start(model, data)) {
      session.step();
      return session;
    }
  }
}

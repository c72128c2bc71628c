package dev.nn.tests.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn.api.Kind;
import dev.nn.api.Optimizer;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.TrainerBuilder;
import dev.nn.core.TrainingSession;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.vector.Measure;
import dev.nn.tests.conformance.vector.Need;
import dev.nn.tests.conformance.vector.Networks;
import dev.nn.tests.conformance.vector.Numbers;
import dev.nn.tests.conformance.vector.OutputSum;
import dev.nn.tests.conformance.vector.Plan;
import dev.nn.tests.conformance.vector.Tolerance;
import java.util.List;
import java.util.Set;

/**
 * Keras' bounds on gradients, which the trainer sets. A step of plain descent from 0 with the
 * learning rate 1 shows what is left of a gradient.
 */
final class Clipping {
  static final Set<String> KEYS = Set.of("clipnorm", "clipvalue", "global_clipnorm");

  private final PluginRegistry registry;

  Clipping(PluginRegistry registry) {
    this.registry = registry.with(new OutputSum(1));
  }

  /** A trainer with the bounds that a setup names. */
  static TrainerBuilder bound(TrainerBuilder trainer, JsonNode setup) {
    if (setup.hasNonNull("clipvalue")) {
      trainer.clipValue(setup.path("clipvalue").doubleValue());
    }
    if (setup.hasNonNull("clipnorm")) {
      trainer.clipNorm(setup.path("clipnorm").doubleValue());
    }
    if (setup.hasNonNull("global_clipnorm")) {
      trainer.globalClipNorm(setup.path("global_clipnorm").doubleValue());
    }
    return trainer;
  }

  Plan plan(JsonNode vector) {
    Need sgd = Need.plugin(registry, Kind.OPTIMIZER, "sgd");
    return Plan.when(List.of(sgd), measure -> check(vector, measure));
  }

  /** Of several gradients each has its own norm, unless the norm is global. */
  private void check(JsonNode vector, Measure measure) {
    JsonNode setup = vector.path("setup");
    JsonNode gradient = vector.path("inputs").path("grad");
    JsonNode expected = vector.path("expected").path("clipped");
    Tolerance tolerance = Tolerance.of(vector.path("tolerance"));
    if (Numbers.rank(gradient) > 1 && setup.hasNonNull("clipnorm")) {
      for (int i = 0; i < gradient.size(); i++) {
        float[] clipped = clipped(Numbers.floats(gradient.get(i)), setup);
        measure.compare("gradient " + i, Numbers.floats(expected.get(i)), clipped, tolerance);
      }
    } else {
      float[] clipped = clipped(Numbers.floats(gradient), setup);
      measure.compare("gradient", Numbers.floats(expected), clipped, tolerance);
    }
  }

  private float[] clipped(float[] gradient, JsonNode setup) {
    OutputSum loss = new OutputSum(1);
    Optimizer descent = registry.optimizer("sgd(learning_rate=1)");
    Model zero =
        Networks.model(
            registry,
            Shape.of(gradient.length),
            List.of("dense(units=1, bias=false)"),
            new float[gradient.length]);
    TrainerBuilder trainer = bound(Networks.trainer(registry, loss, descent, 1, 1), setup);
    float[][] rows = {gradient};
    try (TrainingSession session = trainer.build().start(zero, Networks.withoutTargets(rows))) {
      session.step();
      return Numbers.scaled(session.model().parameter("0.dense.kernel"), -1);
    }
  }
}

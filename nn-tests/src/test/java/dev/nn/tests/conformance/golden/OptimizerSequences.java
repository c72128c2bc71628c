package dev.nn.tests.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn.api.Optimizer;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Trainer;
import dev.nn.core.TrainerBuilder;
import dev.nn.core.TrainingSession;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.vector.Measure;
import dev.nn.tests.conformance.vector.Networks;
import dev.nn.tests.conformance.vector.Numbers;
import dev.nn.tests.conformance.vector.OutputSum;
import dev.nn.tests.conformance.vector.Plan;
import dev.nn.tests.conformance.vector.Tolerance;
import java.util.List;

/**
 * Parameters after each of several steps with prescribed gradients. A unit without bias has ŷ =
 * x·w, so with the loss ŷ the gradient of its kernel is its input: batches of one row prescribe it.
 */
final class OptimizerSequences {
  private static final String KERNEL = "0.dense.kernel";

  private final PluginRegistry registry;

  OptimizerSequences(PluginRegistry registry) {
    this.registry = registry.with(new OutputSum(1));
  }

  Plan plan(JsonNode vector) {
    JsonNode setup = vector.path("setup");
    boolean pytorch = vector.path("source").asText().startsWith("pytorch/");
    OptimizerTranslation optimizer =
        OptimizerTranslation.of(registry, setup.path("name").asText(), setup, pytorch);
    return Plan.when(optimizer.needs(), measure -> check(vector, optimizer, measure));
  }

  private void check(JsonNode vector, OptimizerTranslation translation, Measure measure) {
    JsonNode expected = vector.path("expected").path("x_after_each_step");
    Tolerance tolerance = Tolerance.of(vector.path("tolerance"));
    float[] first = Numbers.floats(vector.path("inputs").path("x0"));
    JsonNode sequence = vector.path("inputs").path("grads");
    float[][] gradients = new float[sequence.size()][];
    for (int step = 0; step < gradients.length; step++) {
      gradients[step] = Numbers.floats(sequence.get(step));
    }
    Optimizer optimizer = registry.create(Optimizer.class, translation.spec());
    try (TrainingSession session =
        trainer(optimizer, vector)
            .start(model(first, translation), Networks.withoutTargets(gradients))) {
      for (int step = 0; step < expected.size(); step++) {
        session.step();
        measure.compare(
            "x after step " + (step + 1),
            Numbers.flat(expected.get(step)),
            Numbers.widen(session.model().parameter(KERNEL)),
            tolerance);
      }
    }
  }

  private Trainer trainer(Optimizer optimizer, JsonNode vector) {
    TrainerBuilder trainer = Networks.trainer(registry, new OutputSum(1), optimizer, 1, 1);
    return Clipping.bound(trainer, vector.path("setup")).build();
  }

  private Model model(float[] first, OptimizerTranslation optimizer) {
    String layer = "dense(units=1, bias=false, kernel_l2=" + optimizer.coupledDecay() / 2 + ")";
    return Networks.model(registry, Shape.of(first.length), List.of(layer), first);
  }
}

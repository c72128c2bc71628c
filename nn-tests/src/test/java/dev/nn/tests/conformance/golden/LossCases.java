package dev.nn.tests.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn.api.Activation;
import dev.nn.api.FusedLoss;
import dev.nn.api.Kind;
import dev.nn.api.Loss;
import dev.nn.api.Spec;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Matrix;
import dev.nn.tests.conformance.vector.Measure;
import dev.nn.tests.conformance.vector.Need;
import dev.nn.tests.conformance.vector.Numbers;
import dev.nn.tests.conformance.vector.Plan;
import dev.nn.tests.conformance.vector.Specs;
import dev.nn.tests.conformance.vector.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values of losses, as Keras and Optax reduce them. Logits go through the loss's fused form with
 * sigmoid or softmax; where a mean without weights is expected, the engine's own mean is compared
 * too.
 */
public final class LossCases {
  private static final Set<String> OTHERS =
      Set.of("loss", "reduction", "from_logits", "normalises_rows");

  private final PluginRegistry registry;

  public LossCases(PluginRegistry registry) {
    this.registry = registry;
  }

  public Plan plan(JsonNode vector) {
    JsonNode setup = vector.path("setup");
    String name = Specs.snakeCase(setup.path("loss").asText());
    List<Need> needs = new ArrayList<>(List.of(Need.plugin(registry, Kind.LOSS, name)));
    if (isFromLogits(setup)) {
      needs.add(Need.plugin(registry, Kind.ACTIVATION, outputActivation(setup, name)));
    }
    return Plan.when(needs, measure -> check(vector, name, measure));
  }

  /** The activation whose input the predictions of the case are. */
  private static String outputActivation(JsonNode setup, String loss) {
    if (!isFromLogits(setup)) {
      return "identity";
    }
    return loss.contains("categorical") ? "softmax" : "sigmoid";
  }

  private static boolean isFromLogits(JsonNode setup) {
    return setup.path("from_logits").asBoolean(false);
  }

  private void check(JsonNode vector, String name, Measure measure) {
    JsonNode setup = vector.path("setup");
    Spec spec = Spec.of(name);
    for (Map.Entry<String, JsonNode> field : setup.properties()) {
      if (!OTHERS.contains(field.getKey())) {
        spec = spec.with(field.getKey(), Specs.value(field.getValue()));
      }
    }
    Loss loss = registry.create(Loss.class, spec);
    Activation activation = registry.activation(outputActivation(setup, name));
    LossInputs inputs = LossInputs.of(vector, loss);
    Tolerance tolerance = Tolerance.of(vector.path("tolerance"));
    double[] expected = Numbers.flat(vector.path("expected").path("loss"));
    String reduction = setup.path("reduction").asText("mean");
    measure.compare(
        "loss", expected, inputs.reduce(perRow(loss, activation, inputs), reduction), tolerance);
    if (reduction.equals("mean") && inputs.weights().isEmpty() && inputs.trainable(loss)) {
      double mean = LossInputs.batchLoss(registry, loss, activation, inputs);
      measure.compare("loss of a batch", expected[0], mean, tolerance);
    }
  }

  /** ℓᵢ for each row, from z. */
  public static double[] perRow(Loss loss, Activation activation, LossInputs inputs) {
    Matrix z = Matrix.copyOf(inputs.predictions());
    Matrix target = Matrix.copyOf(inputs.targets());
    double[] losses = new double[z.rows()];
    Optional<FusedLoss> fused = loss.fuse(activation);
    if (fused.isPresent()) {
      fused.get().value(z, target, losses);
    } else {
      Matrix prediction = Matrix.zeros(z.rows(), z.columns());
      activation.forward(z, prediction);
      loss.value(prediction, target, losses);
    }
    return losses;
  }
}

package dev.nn.tests.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.vector.Plan;
import dev.nn.tests.conformance.vector.VectorCase;
import dev.nn.tests.conformance.vector.VectorFile;
import java.util.List;
import java.util.Optional;

/** The cases of {@code golden.json}: from the tests of Keras, Optax, PyTorch and scikit-learn. */
public final class GoldenVectors {
  public static final String FILE = "golden.json";

  private final OptimizerSequences sequences;
  private final LossCases losses;
  private final ActivationCases activations;
  private final Clipping clipping;
  private final MlpSteps steps;
  private final MlpTrajectories trajectories;

  public GoldenVectors(PluginRegistry registry) {
    this.sequences = new OptimizerSequences(registry);
    this.losses = new LossCases(registry);
    this.activations = new ActivationCases(registry);
    this.clipping = new Clipping(registry);
    this.steps = new MlpSteps(registry);
    this.trajectories = new MlpTrajectories(registry);
  }

  /** The cases, or nothing where the file is missing. */
  public static Optional<List<VectorCase>> cases(PluginRegistry registry) {
    return VectorFile.cases(FILE, "id", new GoldenVectors(registry)::plan);
  }

  public Plan plan(JsonNode vector) {
    return switch (vector.path("kind").asText()) {
      case "optimizer_sequence" -> sequences.plan(vector);
      case "loss" -> losses.plan(vector);
      case "activation" -> activations.plan(vector);
      case "mlp_step" -> steps.plan(vector);
      case "mlp_trajectory" -> trajectories.plan(vector);
      case "gradient_clip" -> clipping.plan(vector);
      default -> throw new IllegalArgumentException("unknown kind: " + vector.path("kind"));
    };
  }
}

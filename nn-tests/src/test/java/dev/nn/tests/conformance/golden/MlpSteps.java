package dev.nn.tests.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nn.api.Kind;
import dev.nn.api.Optimizer;
import dev.nn.api.Shape;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.core.Model;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.vector.Measure;
import dev.nn.tests.conformance.vector.Need;
import dev.nn.tests.conformance.vector.Networks;
import dev.nn.tests.conformance.vector.Numbers;
import dev.nn.tests.conformance.vector.Plan;
import dev.nn.tests.conformance.vector.Specs;
import dev.nn.tests.conformance.vector.Tolerance;
import java.util.ArrayList;
import java.util.List;

/**
 * A few steps of a small network from given weights, compared in everything on the way: hidden
 * activations, predictions, weights and biases. scikit-learn's {@code alpha} adds α w to the
 * gradients of the weights for a batch of one row, which is our penalty with the factor α/2.
 */
final class MlpSteps {
  /** Half a unit in the last place of numbers around 1, a few times over. */
  private static final Tolerance FLOAT = new Tolerance(1e-6, 2e-7);

  private final PluginRegistry registry;

  MlpSteps(PluginRegistry registry) {
    this.registry = registry;
  }

  Plan plan(JsonNode vector) {
    JsonNode setup = vector.path("setup");
    OptimizerTranslation optimizer = optimizer(setup);
    List<Need> needs = new ArrayList<>(optimizer.needs());
    needs.add(Need.plugin(registry, Kind.LAYER, "dense"));
    needs.add(Need.plugin(registry, Kind.ACTIVATION, activation(setup.path("hidden"))));
    needs.add(Need.plugin(registry, Kind.ACTIVATION, activation(setup.path("output"))));
    needs.add(Need.plugin(registry, Kind.LOSS, loss(setup)));
    return Plan.when(needs, measure -> check(vector, optimizer.spec(), measure));
  }

  private OptimizerTranslation optimizer(JsonNode setup) {
    ObjectNode options = setup.deepCopy();
    options.remove(List.of("hidden", "output", "l2_alpha", "l2_on", "steps"));
    return OptimizerTranslation.of(registry, setup.path("optimizer").asText(), options, true);
  }

  private static String activation(JsonNode name) {
    return name.asText().equals("logistic") ? "sigmoid" : name.asText();
  }

  private static String loss(JsonNode setup) {
    String text = setup.path("loss").asText();
    return text.startsWith("binary cross-entropy")
        ? "binary_crossentropy"
        : Specs.snakeCase(text).replace(' ', '_');
  }

  private void check(JsonNode vector, Spec optimizer, Measure measure) {
    JsonNode setup = vector.path("setup");
    JsonNode inputs = vector.path("inputs");
    Model model = model(setup, inputs, setup.path("layers").size() - 1);
    Dataset data =
        Dataset.regression(Numbers.rows(inputs.path("X")), Numbers.rows(inputs.path("y")));
    checkForward(vector, model, measure);
    int steps = setup.path("steps").asInt(1);
    try (TrainingSession session =
        Networks.session(
            registry,
            model,
            registry.loss(loss(setup)),
            registry.create(Optimizer.class, optimizer),
            data,
            data.rows(),
            steps)) {
      for (int i = 0; i < steps; i++) {
        session.step();
      }
      checkAfter(vector, vector.path("expected"), session.model(), fileTolerance(vector), measure);
      checkAfter(
          vector,
          vector.path("expected").path("exact_recomputed"),
          session.model(),
          FLOAT,
          measure);
    }
  }

  private static Tolerance fileTolerance(JsonNode vector) {
    return Tolerance.of(vector.path("tolerance"));
  }

  /** The first layers of the network with the initial weights. */
  private Model model(JsonNode setup, JsonNode inputs, int depth) {
    List<String> layers = new ArrayList<>();
    List<float[]> parameters = new ArrayList<>();
    int count = setup.path("layers").size() - 1;
    for (int i = 1; i <= depth; i++) {
      JsonNode activation = setup.path(i == count ? "output" : "hidden");
      layers.add(
          Spec.of("dense")
              .with("units", Specs.value(setup.path("layers").get(i)))
              .with("activation", Spec.of(activation(activation)))
              .with("kernel_l2", new SpecValue.Decimal(setup.path("l2_alpha").asDouble(0) / 2))
              .toString());
      parameters.add(Numbers.floats(inputs.path("W" + i + "_in_by_out")));
      parameters.add(Numbers.floats(inputs.path("b" + i)));
    }
    Shape shape = Shape.of(setup.path("layers").get(0).asInt());
    return Networks.model(registry, shape, layers, parameters.toArray(float[][]::new));
  }

  /** The file's tolerance for h is that of doubles. */
  private void checkForward(JsonNode vector, Model model, Measure measure) {
    JsonNode expected = vector.path("expected");
    float[][] x = Numbers.rows(vector.path("inputs").path("X"));
    if (expected.has("h")) {
      float[][] h = model(vector.path("setup"), vector.path("inputs"), 1).predict(x);
      measure.compare(
          "h", Numbers.flat(expected.path("h")), Numbers.widen(Numbers.joined(h)), FLOAT);
    }
    if (expected.has("p")) {
      measure.compare(
          "p",
          Numbers.flat(expected.path("p")),
          Numbers.widen(Numbers.joined(model.predict(x))),
          new Tolerance(0, vector.path("tolerance").path("atol_p").asDouble()));
    }
  }

  private static void checkAfter(
      JsonNode vector, JsonNode expected, Model model, Tolerance tolerance, Measure measure) {
    List<String> names = model.parameterNames();
    for (int i = 0; i < names.size(); i++) {
      String theirs = (i % 2 == 0 ? "W" : "b") + (i / 2 + 1);
      if (expected.has(theirs)) {
        measure.compare(
            theirs,
            Numbers.flat(expected.path(theirs)),
            Numbers.widen(model.parameter(names.get(i))),
            tolerance);
      }
    }
    if (expected.has("p_after")) {
      float[][] p = model.predict(Numbers.rows(vector.path("inputs").path("X")));
      measure.compare(
          "p_after",
          Numbers.flat(expected.path("p_after")),
          Numbers.widen(Numbers.joined(p)),
          tolerance);
    }
  }
}

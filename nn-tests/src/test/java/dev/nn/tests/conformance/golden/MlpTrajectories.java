package dev.nn.tests.conformance.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn.api.Kind;
import dev.nn.api.Optimizer;
import dev.nn.api.Shape;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.core.Model;
import dev.nn.core.TrainingSession;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.vector.Measure;
import dev.nn.tests.conformance.vector.Need;
import dev.nn.tests.conformance.vector.Networks;
import dev.nn.tests.conformance.vector.Numbers;
import dev.nn.tests.conformance.vector.OutputSum;
import dev.nn.tests.conformance.vector.Plan;
import dev.nn.tests.conformance.vector.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PyTorch's recorded trainings: forward pass, backward pass and optimizer in one number. All rows
 * are one batch and the loss is the sum of the outputs.
 */
final class MlpTrajectories {
  private static final Pattern LAYER = Pattern.compile("Linear\\((\\d+),\\s*(\\d+)\\)\\s+(\\w+)");

  private final PluginRegistry registry;

  MlpTrajectories(PluginRegistry registry) {
    this.registry = registry;
  }

  private record Linear(int in, int out, String activation) {}

  Plan plan(JsonNode vector) {
    JsonNode setup = vector.path("setup");
    OptimizerTranslation optimizer =
        OptimizerTranslation.of(registry, setup.path("optimizer").asText(), setup, true);
    List<Need> needs = new ArrayList<>(optimizer.needs());
    needs.add(Need.plugin(registry, Kind.LAYER, "dense"));
    for (Linear layer : layers(setup)) {
      needs.add(Need.plugin(registry, Kind.ACTIVATION, layer.activation));
    }
    return Plan.when(needs, measure -> check(vector, optimizer, measure));
  }

  private static List<Linear> layers(JsonNode setup) {
    Matcher matcher = LAYER.matcher(setup.path("layers").asText());
    List<Linear> layers = new ArrayList<>();
    while (matcher.find()) {
      int in = Integer.parseInt(matcher.group(1));
      layers.add(new Linear(in, Integer.parseInt(matcher.group(2)), matcher.group(3)));
    }
    return layers;
  }

  private void check(JsonNode vector, OptimizerTranslation optimizer, Measure measure) {
    List<Linear> layers = layers(vector.path("setup"));
    float[][] x = Numbers.rows(vector.path("inputs").path("X"));
    int iterations = vector.path("inputs").path("iterations").asInt();
    Map<Integer, JsonNode> expected = new TreeMap<>();
    vector
        .path("expected")
        .path("params_after_iteration")
        .properties()
        .forEach(field -> expected.put(Integer.valueOf(field.getKey()), field.getValue()));
    OutputSum loss = new OutputSum(x.length);
    Model model =
        model(layers, vector.path("inputs").path("initial"), optimizer.coupledDecay() / 2);
    try (TrainingSession session =
        Networks.session(
            registry.with(loss),
            model,
            loss,
            registry.create(Optimizer.class, optimizer.spec()),
            Networks.withoutTargets(x),
            x.length,
            iterations)) {
      for (int i = 0; i < iterations; i++) {
        session.step();
        if (expected.containsKey(i)) {
          compare(i, layers, expected.get(i), session.model(), vector, measure);
          expected.remove(i);
        }
      }
    }
    assertEquals(Map.of(), expected, "iterations that were never reached");
  }

  private Model model(List<Linear> layers, JsonNode initial, double l2) {
    List<String> specs = new ArrayList<>();
    List<float[]> parameters = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      Linear layer = layers.get(i);
      specs.add(
          Spec.of("dense")
              .with("units", new SpecValue.Decimal((long) layer.out))
              .with("activation", Spec.of(layer.activation))
              .with("kernel_l2", new SpecValue.Decimal(l2))
              .with("bias_l2", new SpecValue.Decimal(l2))
              .toString());
      float[] kernel = Numbers.floats(initial.path("W" + (i + 1)));
      parameters.add(Networks.transposed(kernel, layer.out, layer.in));
      parameters.add(Numbers.floats(initial.path("b" + (i + 1))));
    }
    Shape input = Shape.of(layers.get(0).in);
    return Networks.model(registry, input, specs, parameters.toArray(float[][]::new));
  }

  private static void compare(
      int iteration,
      List<Linear> layers,
      JsonNode expected,
      Model model,
      JsonNode vector,
      Measure measure) {
    Tolerance tolerance = Tolerance.of(vector.path("tolerance"));
    for (int i = 0; i < layers.size(); i++) {
      Linear layer = layers.get(i);
      String what = "after iteration " + iteration + ", ";
      float[] kernel = Numbers.floats(expected.path("W" + (i + 1)));
      measure.compare(
          what + "W" + (i + 1),
          Networks.transposed(kernel, layer.out, layer.in),
          model.parameter(i + ".dense.kernel"),
          tolerance);
      measure.compare(
          what + "b" + (i + 1),
          Numbers.floats(expected.path("b" + (i + 1))),
          model.parameter(i + ".dense.bias"),
          tolerance);
    }
  }
}

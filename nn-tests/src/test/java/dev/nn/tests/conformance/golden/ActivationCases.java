package dev.nn.tests.conformance.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn.api.Activation;
import dev.nn.api.Kind;
import dev.nn.api.Spec;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Matrix;
import dev.nn.tests.conformance.vector.Measure;
import dev.nn.tests.conformance.vector.Need;
import dev.nn.tests.conformance.vector.Networks;
import dev.nn.tests.conformance.vector.Numbers;
import dev.nn.tests.conformance.vector.Plan;
import dev.nn.tests.conformance.vector.Specs;
import dev.nn.tests.conformance.vector.Tolerance;
import java.util.List;
import java.util.Map;

/** Values of activations, from the plugin itself and from a layer of a model. */
public final class ActivationCases {
  private static final Map<String, String> KEYS =
      Map.of("default_value", "value", "lambd", "threshold");

  private final PluginRegistry registry;

  public ActivationCases(PluginRegistry registry) {
    this.registry = registry;
  }

  public Plan plan(JsonNode vector) {
    String name = Specs.snakeCase(vector.path("setup").path("activation").asText());
    return Plan.when(
        List.of(Need.plugin(registry, Kind.ACTIVATION, name)),
        measure -> check(vector, name, measure));
  }

  private void check(JsonNode vector, String name, Measure measure) {
    Spec spec = Spec.of(name);
    for (Map.Entry<String, JsonNode> field : vector.path("setup").properties()) {
      if (!field.getKey().equals("activation")) {
        String key = KEYS.getOrDefault(field.getKey(), field.getKey());
        spec = spec.with(key, Specs.value(field.getValue()));
      }
    }
    float[][] x = Numbers.rows(vector.path("inputs").path("x"));
    float[][] y = apply(spec, x);
    measure.compare(
        name,
        Numbers.flat(vector.path("expected").path("y")),
        Numbers.widen(Numbers.joined(y)),
        Tolerance.of(vector.path("tolerance")));
  }

  /** The activation of rows; the plugin and a model's layer must give the same bits. */
  public float[][] apply(Spec spec, float[][] rows) {
    Matrix a = Matrix.zeros(rows.length, rows[0].length);
    registry.create(Activation.class, spec).forward(Matrix.copyOf(rows), a);
    float[][] predicted = Networks.apply(registry, Networks.activationLayer(spec), rows);
    assertArrayEquals(a.toArray(), predicted, () -> spec + " as a plugin and as a layer");
    return predicted;
  }
}

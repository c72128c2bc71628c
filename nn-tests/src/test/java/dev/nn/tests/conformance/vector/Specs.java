package dev.nn.tests.conformance.vector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes specs from what the files say. */
public final class Specs {
  private Specs() {}

  /** {@code MeanSquaredError} → {@code mean_squared_error}; {@code LayerNormalization} likewise. */
  public static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  /** The value of an option. */
  public static SpecValue value(JsonNode node) {
    if (node.isNull()) {
      return new SpecValue.None();
    }
    if (node.isBoolean()) {
      return new SpecValue.Flag(node.booleanValue());
    }
    if (node.isNumber()) {
      return new SpecValue.Decimal(node.decimalValue());
    }
    if (node.isArray()) {
      List<SpecValue> values = new ArrayList<>();
      node.forEach(element -> values.add(value(element)));
      return new SpecValue.Items(values);
    }
    return Spec.of(node.asText());
  }

  /** {@code name(key=value)}. */
  public static Spec of(String name, String key, double value) {
    return Spec.of(name).with(key, new SpecValue.Decimal(value));
  }
}

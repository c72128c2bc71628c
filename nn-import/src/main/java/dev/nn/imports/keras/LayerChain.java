package dev.nn.imports.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn.api.Shape;
import dev.nn.imports.read.Refusal;
import java.util.ArrayList;
import java.util.List;

/** The layers of a Keras model in the order in which numbers go through them. */
final class LayerChain {
  private LayerChain() {}

  /** Returns the layers of a Sequential, or of a functional model that is a chain. */
  static List<JsonNode> of(JsonNode model) {
    String type = model.path("class_name").asText();
    JsonNode layers = model.path("config").path("layers");
    if (!type.equals("Sequential") && !type.equals("Functional") && !type.equals("Model")) {
      throw new Refusal(
          "the model is a %s; Sequential and functional models are read, others have code of their own"
              .formatted(type));
    }
    List<JsonNode> chain = new ArrayList<>();
    String before = "";
    for (JsonNode layer : layers) {
      String name = layer.path("config").path("name").asText(layer.path("name").asText());
      if (!type.equals("Sequential")) {
        checkFollows(name, before, layer.path("inbound_nodes"));
      }
      before = name;
      chain.add(layer);
    }
    if (chain.isEmpty()) {
      throw new Refusal("the model has no layers");
    }
    return chain;
  }

  private static void checkFollows(String name, String before, JsonNode inbound) {
    List<String> from = new ArrayList<>();
    // Version 3 writes where a tensor comes from as keras_history, version 2 as a list of its own.
    for (JsonNode history : inbound.findValues("keras_history")) {
      from.add(history.path(0).asText());
    }
    if (from.isEmpty() && inbound.isArray() && !inbound.isEmpty()) {
      for (JsonNode source : inbound.get(0)) {
        from.add(source.isArray() ? source.path(0).asText() : source.asText());
      }
    }
    List<String> wanted = before.isEmpty() ? List.of() : List.of(before);
    if (!from.equals(wanted)) {
      throw new Refusal(
          "layer %s takes what comes from %s, not from the layer before it, %s: only stacks of layers are read"
              .formatted(name, from, wanted));
    }
  }

  /** The shape of one example. */
  static Shape input(List<JsonNode> layers) {
    JsonNode config = layers.get(0).path("config");
    JsonNode shape = config.path("batch_shape");
    if (!shape.isArray()) {
      shape = config.path("batch_input_shape");
    }
    if (!shape.isArray()) {
      shape = layers.get(0).path("build_config").path("input_shape");
    }
    if (!shape.isArray() || shape.size() < 2) {
      throw new Refusal(
          "nothing says what shape examples have; build the model before it is saved, with keras.Input(shape=…) as its first layer");
    }
    int[] dimensions = new int[shape.size() - 1];
    for (int i = 0; i < dimensions.length; i++) {
      JsonNode size = shape.get(i + 1);
      if (!size.canConvertToInt() || size.intValue() < 1) {
        throw new Refusal("examples have the shape %s, which is not fixed".formatted(shape));
      }
      dimensions[i] = size.intValue();
    }
    return Shape.of(dimensions);
  }
}

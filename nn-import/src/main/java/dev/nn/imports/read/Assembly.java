package dev.nn.imports.read;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.plugin.PluginRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a model together, layer by layer with the numbers of each. */
public final class Assembly {
  private static final int MOST_LAYERS = 10_000;

  private final PluginRegistry registry;
  private final Shape input;
  private final List<String> specs = new ArrayList<>();
  private final List<float[]> parameters = new ArrayList<>();

  /** Begins with the shape of one example. */
  public Assembly(PluginRegistry registry, Shape input) {
    this.registry = registry;
    this.input = input;
  }

  /** Adds a layer and its parameters, in the order in which our layer has them. */
  public void layer(String spec, float[]... numbers) {
    if (specs.size() == MOST_LAYERS) {
      throw new Refusal("more than %s layers".formatted(MOST_LAYERS));
    }
    specs.add(spec);
    parameters.addAll(List.of(numbers));
  }

  /** Adds a dense layer; without biases if there are none. */
  public void dense(int units, String activation, float[] kernel, float[] bias) {
    if (bias.length == 0) {
      layer("dense(units=%s, activation=%s, bias=false)".formatted(units, activation), kernel);
    } else {
      layer("dense(units=%s, activation=%s)".formatted(units, activation), kernel, bias);
    }
  }

  /** Returns the model. */
  public Model model() {
    if (specs.isEmpty()) {
      throw new Refusal("it has no layers");
    }
    Network network = Network.of(registry, input, specs.toArray(String[]::new));
    List<String> names = Model.initial(network, 0).parameterNames();
    if (names.size() != parameters.size()) {
      throw new Refusal(
          "its layers %s have %s parameters here and %s in the file"
              .formatted(specs, names.size(), parameters.size()));
    }
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      weights.put(names.get(i), parameters.get(i));
    }
    return Model.of(network, weights);
  }
}

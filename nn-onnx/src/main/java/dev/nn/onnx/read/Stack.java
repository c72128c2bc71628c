package dev.nn.onnx.read;

import dev.nn.api.Activation;
import dev.nn.api.Initializer;
import dev.nn.api.Join;
import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.api.Spec;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.layer.ActivationLayer;
import dev.nn.core.layer.Dense;
import dev.nn.core.layer.Parallel;
import dev.nn.core.layer.Residual;
import dev.nn.core.layer.Sequence;
import dev.nn.core.plugin.PluginRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The layers that were found so far, with their weights. */
final class Stack {
  private static final String IDENTITY = "identity";

  private final PluginRegistry registry;
  private final Shape input;
  private final List<Layer> layers = new ArrayList<>();
  private final Map<String, float[]> weights = new LinkedHashMap<>();
  private Shape shape;

  Stack(PluginRegistry registry, Shape input) {
    this.registry = registry;
    this.input = input;
    this.shape = input;
  }

  /** The shape of an example behind the last layer. */
  Shape shape() {
    return shape;
  }

  /** Adds a layer with its parameters by name. */
  void add(Layer layer, Map<String, float[]> parameters) {
    Shape output = layer.outputShape(shape);
    String prefix = layers.size() + "." + layer.name() + ".";
    parameters.forEach((name, values) -> weights.put(prefix + name, values));
    layers.add(layer);
    shape = output;
  }

  /** An empty stack for a branch that begins here. */
  Stack branch() {
    return new Stack(registry, shape);
  }

  /** Adds what branches that began here give, joined. */
  void join(Join join, List<Stack> branches) {
    Stack first = branches.get(0);
    Stack second = branches.get(branches.size() - 1);
    boolean isResidual =
        join == Join.ADD
            && branches.size() == 2
            && first.layers.isEmpty() != second.layers.isEmpty();
    if (isResidual) {
      Stack way = first.layers.isEmpty() ? second : first;
      add(new Residual(way.layers), way.weights);
      return;
    }
    List<Layer> all = new ArrayList<>();
    Map<String, float[]> parameters = new LinkedHashMap<>();
    for (Stack branch : branches) {
      Layer layer = branch.asLayer();
      String place = all.size() + "." + (branch.layers.size() > 1 ? layer.name() + "." : "");
      // A layer that is a branch alone is counted among the branches.
      branch.weights.forEach(
          (name, values) ->
              parameters.put(
                  place + (branch.layers.size() > 1 ? name : name.substring(name.indexOf('.') + 1)),
                  values));
      all.add(layer);
    }
    add(new Parallel(all, join), parameters);
  }

  private Layer asLayer() {
    return switch (layers.size()) {
      case 0 -> new ActivationLayer(registry.create(Activation.class, Spec.of(IDENTITY)));
      case 1 -> layers.get(0);
      default -> new Sequence(layers);
    };
  }

  void dense(float[] kernel, float[] bias, int units) {
    boolean hasBias = bias.length > 0;
    Dense dense =
        new Dense(
            units,
            Activation.named(IDENTITY),
            Initializer.named("xavier_normal"),
            Initializer.named("zeros"),
            hasBias,
            0,
            0,
            0,
            0,
            true);
    add(dense, hasBias ? Map.of("kernel", kernel, "bias", bias) : Map.of("kernel", kernel));
  }

  /** A dense layer that has no activation yet takes it; elsewhere it is a layer of its own. */
  void activation(Spec spec) {
    Activation activation = registry.create(Activation.class, spec);
    int last = layers.size() - 1;
    if (last >= 0 && layers.get(last) instanceof Dense dense && isFree(dense)) {
      layers.set(
          last,
          new Dense(
              dense.units(),
              activation,
              dense.initializer(),
              dense.biasInitializer(),
              dense.bias(),
              0,
              0,
              0,
              0,
              true));
      return;
    }
    add(new ActivationLayer(activation), Map.of());
  }

  private static boolean isFree(Dense dense) {
    return Spec.of(dense.activation()).name().equals(IDENTITY);
  }

  Model model() {
    if (layers.isEmpty()) {
      activation(Spec.of(IDENTITY));
    }
    return Model.of(Network.of(registry, input, layers.toArray(Layer[]::new)), weights);
  }
}

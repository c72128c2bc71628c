package dev.nn.onnx.export;

import dev.nn.api.Composite;
import dev.nn.api.Join;
import dev.nn.api.Layer;
import dev.nn.api.Signal;
import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.onnx.spi.Value;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the layers of a network. One that is made of others, and that nobody has nodes for, is
 * written as its layers and as the nodes that join what they give.
 */
final class NetworkWriter {
  private final GraphWriter graph;
  private final Providers providers;
  private final Model model;
  private @Nullable PluginRegistry registry;

  NetworkWriter(GraphWriter graph, Providers providers, Model model) {
    this.graph = graph;
    this.providers = providers;
    this.model = model;
  }

  /**
   * Writes a layer.
   *
   * @param place what the names of its parameters begin with, before its own name
   * @param withoutActivation whether its last activation is left out
   */
  Value write(String place, Layer layer, Value input, boolean withoutActivation) {
    if (layer instanceof Composite composite && !providers.know(layer)) {
      return new Composition(place + "." + layer.name(), input).of(composite);
    }
    LayerWriter nodes =
        new LayerWriter(
            graph,
            providers,
            model,
            place,
            layer,
            layer.outputShape(input.shape()),
            withoutActivation);
    return providers.write(layer, input, nodes);
  }

  /** A layer within another may be a name only. */
  private Layer resolved(Layer layer) {
    if (registry == null) {
      registry = PluginRegistry.load();
    }
    return registry.resolve(layer);
  }

  /** One layer that is made of others, which are counted in the order in which they are reached. */
  private final class Composition {
    private final String place;
    private final Value input;
    private final IdentityHashMap<Signal, Value> written = new IdentityHashMap<>();
    private int layers;

    Composition(String place, Value input) {
      this.place = place;
      this.input = input;
    }

    Value of(Composite composite) {
      Signal start = Signal.input();
      written.put(start, input);
      return of(composite.compose(start, input.shape()));
    }

    private Value of(Signal signal) {
      Value known = written.get(signal);
      if (known == null) {
        known =
            signal
                .join()
                .map(join -> joined(join, signal.operands()))
                .orElseGet(() -> through(signal.layer().orElseThrow(), signal.operands().get(0)));
        written.put(signal, known);
      }
      return known;
    }

    private Value through(Layer layer, Signal operand) {
      Value before = of(operand);
      String name = place + "." + layers++;
      return write(name, resolved(layer), before, false);
    }

    private Value joined(Join join, List<Signal> operands) {
      if (join == Join.CONCATENATE) {
        List<Value> parts = operands.stream().map(this::of).toList();
        return graph
            .operator("Concat")
            .with("axis", parts.get(0).shape().rank())
            .to(
                join.outputShape(parts.stream().map(Value::shape).toList()),
                parts.toArray(Value[]::new));
      }
      Value result = of(operands.get(0));
      for (Signal operand : operands.subList(1, operands.size())) {
        result = joined(join, result, of(operand));
      }
      return result;
    }

    /** In a sum the input comes last, as in a residual block; the bits are the same. */
    private Value joined(Join join, Value left, Value right) {
      boolean isTurned = join == Join.ADD && left.equals(input) && !right.equals(input);
      String operator =
          switch (join) {
            case ADD -> "Add";
            case SUBTRACT -> "Sub";
            default -> "Mul";
          };
      return isTurned
          ? graph.operator(operator).to(right, left)
          : graph.operator(operator).to(left, right);
    }
  }
}

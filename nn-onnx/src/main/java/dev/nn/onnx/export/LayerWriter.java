package dev.nn.onnx.export;

import dev.nn.api.Activation;
import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.onnx.spi.LayerGraph;
import dev.nn.onnx.spi.Node;
import dev.nn.onnx.spi.Value;

/** The graph as one layer sees it. */
final class LayerWriter implements LayerGraph {
  private final GraphWriter graph;
  private final Providers providers;
  private final Model model;
  private final String prefix;
  private final Shape output;
  private final boolean withoutActivation;
  private String name = "";
  private final String kind;

  LayerWriter(
      GraphWriter graph,
      Providers providers,
      Model model,
      String place,
      Layer layer,
      Shape output,
      boolean withoutActivation) {
    this.graph = graph;
    this.providers = providers;
    this.model = model;
    this.kind = layer.name();
    this.prefix = place + "." + kind + ".";
    this.output = output;
    this.withoutActivation = withoutActivation;
  }

  @Override
  public Shape outputShape() {
    return output;
  }

  @Override
  public Value parameter(String parameter) {
    return graph.floats(
        named(parameter), numbers(parameter), model.parameterShape(prefix + parameter));
  }

  @Override
  public Value parameter(String parameter, float[] values) {
    return graph.floats(named(parameter), values, Shape.of(values.length));
  }

  /** Layers are counted by kind, so that one that acts in training only changes no name. */
  private String named(String parameter) {
    if (name.isEmpty()) {
      name = graph.unique(kind);
    }
    return name + "." + parameter;
  }

  @Override
  public float[] numbers(String parameter) {
    return model.parameter(prefix + parameter);
  }

  @Override
  public Value activation(Activation activation, Value z) {
    return withoutActivation ? z : providers.write(activation, z, graph);
  }

  @Override
  public Node operator(String operator) {
    return graph.operator(operator);
  }

  @Override
  public Node machineLearningOperator(String operator) {
    return graph.machineLearningOperator(operator);
  }

  @Override
  public Value constant(float value) {
    return graph.constant(value);
  }

  @Override
  public Value constant(float[] values) {
    return graph.constant(values);
  }

  @Override
  public Value constant(double value) {
    return graph.constant(value);
  }

  @Override
  public Value integers(long... values) {
    return graph.integers(values);
  }

  @Override
  public Value integer(long value) {
    return graph.integer(value);
  }
}

package dev.nn.onnx.export;

import dev.nn.api.Activation;
import dev.nn.api.Options;
import dev.nn.api.Shape;
import dev.nn.onnx.spi.ActivationNodes;
import dev.nn.onnx.spi.OnnxGraph;
import dev.nn.onnx.spi.Value;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The nodes of the activations of nn-activations, known by their names. What has no operator in
 * opset 17, or one that hides a NaN, is composed of others.
 */
public final class BuiltInActivations implements ActivationNodes {
  private static final float SELU_ALPHA = 1.6732632f;
  private static final float SELU_SCALE = 1.050701f;
  private static final float ROOT_OF_2 = 1.4142135f;
  private static final float ROOT_OF_2_OVER_PI = 0.7978846f;
  private static final float CUBIC = 0.044715f;

  @Override
  public Set<String> activations() {
    return Set.of(
        "celu",
        "elu",
        "exponential",
        "gelu",
        "hard_shrink",
        "hard_sigmoid",
        "hard_silu",
        "hard_tanh",
        "identity",
        "leaky_relu",
        "log_sigmoid",
        "log_softmax",
        "mish",
        "relu",
        "relu6",
        "selu",
        "sigmoid",
        "silu",
        "soft_shrink",
        "softmax",
        "softmin",
        "softplus",
        "softsign",
        "sparse_plus",
        "sparse_sigmoid",
        "sparsemax",
        "squareplus",
        "tanh",
        "tanh_shrink",
        "threshold");
  }

  @Override
  public Value write(Activation activation, Value z, OnnxGraph graph) {
    Compositions nodes = new Compositions(graph);
    Options options = activation.options();
    return switch (activation.name()) {
      case "identity" -> z;
      case "sigmoid" -> nodes.of("Sigmoid", z);
      case "tanh" -> nodes.of("Tanh", z);
      case "softplus" -> nodes.of("Softplus", z);
      case "softsign" -> nodes.of("Softsign", z);
      case "exponential" -> nodes.of("Exp", z);
      case "relu" -> relu(options, z, nodes);
      case "relu6" -> nodes.clip(z, 0, 6);
      case "hard_tanh" -> nodes.clip(z, -1, 1);
      case "leaky_relu" ->
          graph.operator("LeakyRelu").with("alpha", real(options, "negative_slope")).to(z);
      case "elu" -> graph.operator("Elu").with("alpha", real(options, "alpha")).to(z);
      case "celu" -> graph.operator("Celu").with("alpha", real(options, "alpha")).to(z);
      case "selu" ->
          graph.operator("Selu").with("alpha", SELU_ALPHA).with("gamma", SELU_SCALE).to(z);
      case "hard_sigmoid" -> nodes.hardSigmoid(z, 1 / 6f);
      case "sparse_sigmoid" -> nodes.hardSigmoid(z, 0.5f);
      case "hard_silu" -> nodes.of("HardSwish", z);
      case "silu" -> silu(real(options, "beta"), z, nodes);
      case "mish" -> nodes.times(z, nodes.of("Tanh", nodes.of("Softplus", z)));
      case "gelu" -> options.flag("approximate") ? geluByTanh(z, nodes) : gelu(z, nodes);
      case "log_sigmoid" -> nodes.of("Neg", nodes.of("Softplus", nodes.of("Neg", z)));
      case "tanh_shrink" -> nodes.minus(z, nodes.of("Tanh", z));
      case "soft_shrink" -> {
        float bound = real(options, "threshold");
        yield nodes.minus(z, nodes.clip(z, -bound, bound));
      }
      case "hard_shrink" ->
          nodes.unlessAtMost(nodes.of("Abs", z), real(options, "threshold"), nodes.number(0), z);
      case "threshold" ->
          nodes.unlessAtMost(
              z, real(options, "threshold"), nodes.number(real(options, "value")), z);
      case "squareplus" -> squareplus(real(options, "b"), z, nodes);
      case "sparse_plus" -> sparsePlus(z, nodes);
      case "softmax" -> byRow(z, graph, row -> nodes.softmax("Softmax", row));
      case "log_softmax" -> byRow(z, graph, row -> nodes.softmax("LogSoftmax", row));
      case "softmin" -> byRow(z, graph, row -> nodes.softmax("Softmax", nodes.of("Neg", row)));
      case "sparsemax" -> byRow(z, graph, nodes::sparsemax);
      default -> throw new IllegalArgumentException(activation.name() + " is not built in");
    };
  }

  private static float real(Options options, String name) {
    return (float) options.real(name);
  }

  private static Value relu(Options options, Value z, Compositions nodes) {
    float slope = real(options, "negative_slope");
    float threshold = real(options, "threshold");
    var limit = options.optional("max_value", Double.class).map(Double::floatValue);
    if (slope == 0 && threshold == 0) {
      return limit.isPresent() ? nodes.clip(z, 0, limit.get()) : nodes.of("Relu", z);
    }
    Value above = limit.isPresent() ? nodes.of("Min", z, nodes.number(limit.get())) : z;
    Value below =
        slope == 0
            ? nodes.number(0)
            : nodes.times(nodes.minus(z, nodes.number(threshold)), nodes.number(slope));
    return nodes.unlessAtMost(z, threshold, below, above);
  }

  private static Value silu(float beta, Value z, Compositions nodes) {
    Value gate = nodes.of("Sigmoid", beta == 1 ? z : nodes.times(z, nodes.number(beta)));
    return nodes.times(z, gate);
  }

  private static Value gelu(Value z, Compositions nodes) {
    Value erf = nodes.of("Erf", nodes.of("Div", z, nodes.number(ROOT_OF_2)));
    Value gate = nodes.plus(erf, nodes.number(1));
    return nodes.times(nodes.times(z, gate), nodes.number(0.5f));
  }

  private static Value geluByTanh(Value z, Compositions nodes) {
    Value cube = nodes.times(nodes.times(z, z), z);
    Value sum = nodes.plus(z, nodes.times(cube, nodes.number(CUBIC)));
    Value tanh = nodes.of("Tanh", nodes.times(sum, nodes.number(ROOT_OF_2_OVER_PI)));
    return nodes.times(nodes.times(z, nodes.plus(tanh, nodes.number(1))), nodes.number(0.5f));
  }

  /** With p = (|z| + √(z² + b))/2: p for z ≥ 0, else b/(4p), which cancels nothing. */
  private static Value squareplus(float b, Value z, Compositions nodes) {
    Value root = nodes.of("Sqrt", nodes.plus(nodes.times(z, z), nodes.number(b)));
    Value p = nodes.times(nodes.plus(nodes.of("Abs", z), root), nodes.number(0.5f));
    return nodes.unlessAtMost(z, 0, nodes.of("Div", nodes.number(b / 4), p), p);
  }

  private static Value sparsePlus(Value z, Compositions nodes) {
    Value shifted = nodes.plus(nodes.clip(z, -1, 1), nodes.number(1));
    Value parabola = nodes.times(nodes.times(shifted, shifted), nodes.number(0.25f));
    return nodes.of("Max", z, parabola);
  }

  /** Such an activation acts on all numbers of an example, whatever its shape. */
  private static Value byRow(Value z, OnnxGraph graph, UnaryOperator<Value> activation) {
    Shape shape = z.shape();
    if (shape.rank() == 1) {
      return activation.apply(z);
    }
    Value row = graph.operator("Flatten").with("axis", 1).to(Shape.of(shape.size()), z);
    return graph
        .operator("Reshape")
        .to(shape, activation.apply(row), graph.integers(BuiltInLayers.target(shape)));
  }
}

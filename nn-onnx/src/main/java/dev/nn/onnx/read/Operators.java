package dev.nn.onnx.read;

import dev.nn.api.Spec;
import java.util.Optional;

/** Knows activations that are one operator, with the defaults that its attributes have. */
final class Operators {
  private static final float SELU_ALPHA = 1.6732632f;
  private static final float SELU_GAMMA = 1.050701f;

  /** Before this opset the bounds of Clip were attributes. */
  private static final int CLIP_BY_INPUTS = 11;

  private Operators() {}

  /**
   * The activation that a node is, or nothing if it is no activation.
   *
   * @throws Refusal if it is one with hyper-parameters that ours does not have
   */
  static Optional<Spec> activation(GraphNode node, Graph graph, int rank) {
    return Optional.ofNullable(
        switch (node.operator()) {
          case "Relu" -> Spec.of("relu");
          case "Sigmoid" -> Spec.of("sigmoid");
          case "Tanh" -> Spec.of("tanh");
          case "Softplus" -> Spec.of("softplus");
          case "Softsign" -> Spec.of("softsign");
          case "Exp" -> Spec.of("exponential");
          case "HardSwish" -> Spec.of("hard_silu");
          case "Mish" -> Spec.of("mish");
          case "Swish" -> with("silu", "beta", node.real("alpha", 1));
          case "LeakyRelu" -> with("leaky_relu", "negative_slope", node.real("alpha", 0.01f));
          case "Elu" -> with("elu", "alpha", node.real("alpha", 1));
          case "Celu" -> with("celu", "alpha", node.real("alpha", 1));
          case "ThresholdedRelu" ->
              Numbers.with(with("threshold", "threshold", node.real("alpha", 1)), "value", 0);
          case "Gelu" -> Spec.parse("gelu(approximate=%s)".formatted(isTanh(node)));
          case "Selu" -> selu(node);
          case "HardSigmoid" -> hardSigmoid(node);
          case "Shrink" -> shrink(node);
          case "Clip" -> clip(node, graph);
          case "Softmax", "LogSoftmax" -> softmax(node, graph, rank);
          default -> null;
        });
  }

  private static Spec with(String name, String option, float value) {
    return Numbers.with(Spec.of(name), option, value);
  }

  private static boolean isTanh(GraphNode node) {
    return node.text("approximate", "none").equals("tanh");
  }

  private static Spec selu(GraphNode node) {
    if (!Numbers.areClose(node.real("alpha", SELU_ALPHA), SELU_ALPHA)
        || !Numbers.areClose(node.real("gamma", SELU_GAMMA), SELU_GAMMA)) {
      throw Refusal.of(node, "its alpha and gamma are not those of selu");
    }
    return Spec.of("selu");
  }

  private static Spec hardSigmoid(GraphNode node) {
    float alpha = node.real("alpha", 0.2f);
    float beta = node.real("beta", 0.5f);
    if (beta == 0.5f && Numbers.areClose(alpha, 1 / 6.0)) {
      return Spec.of("hard_sigmoid");
    }
    if (beta == 0.5f && alpha == 0.5f) {
      return Spec.of("sparse_sigmoid");
    }
    throw Refusal.of(
        node,
        "its alpha is %s and its beta %s, but hard_sigmoid has 1/6 and 0.5".formatted(alpha, beta));
  }

  private static Spec shrink(GraphNode node) {
    float lambda = node.real("lambd", 0.5f);
    float bias = node.real("bias", 0);
    if (bias != 0 && bias != lambda) {
      throw Refusal.of(node, "its bias is neither 0 nor its lambd");
    }
    return with(bias == 0 && lambda != 0 ? "hard_shrink" : "soft_shrink", "threshold", lambda);
  }

  private static Spec clip(GraphNode node, Graph graph) {
    float min;
    float max;
    if (node.opset() < CLIP_BY_INPUTS) {
      min = node.real("min", Float.NEGATIVE_INFINITY);
      max = node.real("max", Float.POSITIVE_INFINITY);
    } else {
      min = bound(node, 1, Float.NEGATIVE_INFINITY, graph);
      max = bound(node, 2, Float.POSITIVE_INFINITY, graph);
    }
    boolean isUnbounded = max >= Float.MAX_VALUE;
    if (min == 0 && isUnbounded) {
      return Spec.of("relu");
    }
    if (min == 0 && max == 6) {
      return Spec.of("relu6");
    }
    if (min == -1 && max == 1) {
      return Spec.of("hard_tanh");
    }
    if (min == 0 && max >= 0) {
      return with("relu", "max_value", max);
    }
    throw Refusal.of(
        node, "no activation of ours keeps numbers between %s and %s".formatted(min, max));
  }

  private static float bound(GraphNode node, int index, float otherwise, Graph graph) {
    if (node.input(index).isEmpty()) {
      return otherwise;
    }
    Constant bound = graph.constant(node.input(index));
    if (bound == null || !bound.isNumber()) {
      throw Refusal.of(node, "its bounds are no constants");
    }
    return bound.floats()[0];
  }

  private static Spec softmax(GraphNode node, Graph graph, int rank) {
    if (!Rowwise.fits(node, rank, graph)) {
      throw Refusal.of(
          node,
          "it acts along one axis of an example with %s, but ours acts on all numbers of an example"
              .formatted(rank == 1 ? "one dimension" : rank + " dimensions"));
    }
    return Spec.of(node.operator().equals("Softmax") ? "softmax" : "log_softmax");
  }
}

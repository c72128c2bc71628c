package dev.nn.onnx.read;

import dev.nn.core.layer.Normalization;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Constants that are added to features or that these are multiplied by, as the layer {@code
 * normalization}: s·x + t is (x − μ)/σ with μ = −t/s and σ = 1/s, if s is positive.
 */
final class Scalings {
  private final Graph graph;
  private final Stack stack;

  Scalings(Graph graph, Stack stack) {
    this.graph = graph;
    this.stack = stack;
  }

  String read(GraphNode first, String value) {
    int n = stack.shape().last();
    graph.room().take(4L * n);
    double[] scale = new double[n];
    Arrays.fill(scale, 1);
    double[] shift = new double[n];
    float[] mean = new float[0];
    GraphNode node = first;
    String before = value;
    while (true) {
      float[] operand = operand(node, before, n);
      if (node.equals(first) && node.operator().equals("Sub")) {
        mean = operand;
      }
      apply(node.operator(), operand, scale, shift);
      before = node.output();
      boolean isPair = mean.length > 0 && !node.equals(first);
      List<GraphNode> next = graph.consumers(before);
      if (isPair
          || next.size() != 1
          || before.equals(graph.output())
          || !isScaling(next.get(0), before, n)) {
        break;
      }
      node = next.get(0);
    }
    add(first, scale, shift, mean);
    return before;
  }

  private boolean isScaling(GraphNode node, String value, int n) {
    boolean isOperator = List.of("Add", "Sub", "Mul", "Div").contains(node.operator());
    if (!isOperator || !node.isStandard() || !node.input(0).equals(value)) {
      return false;
    }
    Constant constant = graph.constant(node.input(1));
    return constant != null && (constant.isRow(n) || constant.isNumber());
  }

  private float[] operand(GraphNode node, String value, int n) {
    boolean isFirst = node.input(0).equals(value);
    boolean isCommutative = node.operator().equals("Add") || node.operator().equals("Mul");
    Constant constant = graph.constant(node.input(isFirst ? 1 : 0));
    if (constant == null || node.inputs().size() != 2) {
      throw Refusal.of(
          node, "it joins two values that depend on the input, which no layer of ours does");
    }
    if ((!isFirst && !isCommutative) || (!constant.isRow(n) && !constant.isNumber())) {
      throw Refusal.of(node, "it is no scaling of features, one number for each");
    }
    return graph.room().row(constant, n);
  }

  private static void apply(String operator, float[] operand, double[] scale, double[] shift) {
    for (int i = 0; i < operand.length; i++) {
      switch (operator) {
        case "Add" -> shift[i] += operand[i];
        case "Sub" -> shift[i] -= operand[i];
        case "Mul" -> {
          scale[i] *= operand[i];
          shift[i] *= operand[i];
        }
        default -> {
          scale[i] /= operand[i];
          shift[i] /= operand[i];
        }
      }
    }
  }

  private void add(GraphNode first, double[] scale, double[] shift, float[] mean) {
    float[] means = new float[scale.length];
    float[] variances = new float[scale.length];
    for (int i = 0; i < scale.length; i++) {
      means[i] = mean.length > 0 ? mean[i] : (float) (-shift[i] / scale[i]);
      variances[i] = (float) (1 / (scale[i] * scale[i]));
      if (!(scale[i] > 0)
          || !(variances[i] > 0)
          || !Float.isFinite(variances[i])
          || !Float.isFinite(means[i])) {
        throw Refusal.of(
            first,
            "it multiplies feature %s by %s, but a layer of ours scales by positive numbers"
                .formatted(i, scale[i]));
      }
    }
    stack.add(new Normalization(), Map.of("mean", means, "variance", variances));
  }
}

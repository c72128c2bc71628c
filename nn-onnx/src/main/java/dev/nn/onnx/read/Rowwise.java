package dev.nn.onnx.read;

import java.util.List;

/** The operators that act on a row, with the axis that each version of them takes by default. */
final class Rowwise {
  /** Since this opset, softmax acts along an axis; before, on all that follows the axis. */
  private static final int SOFTMAX_BY_AXIS = 13;

  /** The type of conditions, which some exporters cast to itself. */
  private static final long BOOL = 9;

  private Rowwise() {}

  /** Whether a node acts on all numbers of an example, or on each number alone. */
  static boolean fits(GraphNode node, int rank, Graph graph) {
    return switch (node.operator()) {
      case "Softmax", "LogSoftmax" -> isWholeRow(node, rank);
      case "TopK" ->
          rank == 1
              && isLast(node.integer("axis", -1))
              && node.integer("largest", 1) == 1
              && node.integer("sorted", 1) == 1;
      case "CumSum" -> {
        Constant axis = graph.constant(node.input(1));
        yield rank == 1
            && axis != null
            && !axis.isFloat()
            && axis.size() == 1
            && isLast(axis.integers()[0])
            && node.integer("exclusive", 0) == 0
            && node.integer("reverse", 0) == 0;
      }
      case "ReduceMax" -> {
        long[] axes = node.integers("axes").orElse(new long[0]);
        yield rank == 1 && axes.length == 1 && isLast(axes[0]) && node.integer("keepdims", 1) == 1;
      }
      case "ReduceMean" -> {
        long[] axes = node.integers("axes").orElse(new long[0]);
        yield axes.length == 1
            && (axes[0] == -1 || axes[0] == rank)
            && node.integer("keepdims", 1) == 1;
      }
      case "Cast" -> node.integer("to", 0) == BOOL;
      default -> true;
    };
  }

  /** The inputs that are values; the others are settings. */
  static List<String> operands(GraphNode node) {
    return switch (node.operator()) {
      case "TopK", "CumSum" -> node.inputs().subList(0, Math.min(1, node.inputs().size()));
      default -> node.inputs();
    };
  }

  /** Of a value with a batch and one dimension. */
  private static boolean isLast(long axis) {
    return axis == -1 || axis == 1;
  }

  private static boolean isWholeRow(GraphNode node, int rank) {
    if (node.opset() >= SOFTMAX_BY_AXIS) {
      return rank == 1 && isLast(node.integer("axis", -1));
    }
    long axis = node.integer("axis", 1);
    return axis == 1 || axis == -rank;
  }
}

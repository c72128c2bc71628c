package dev.nn.onnx.read;

import dev.nn.api.Join;
import java.util.Map;

/** The operators by which branches end in one value. */
final class Joins {
  private static final Map<String, Join> BY_OPERATOR =
      Map.of("Add", Join.ADD, "Sum", Join.ADD, "Mul", Join.MULTIPLY, "Concat", Join.CONCATENATE);

  private Joins() {}

  /** Whether a node joins a value with itself. */
  static boolean isOfItself(GraphNode node, String value) {
    return node.isStandard()
        && BY_OPERATOR.containsKey(node.operator())
        && node.inputs().stream().filter(value::equals).count() > 1;
  }

  /**
   * Says how a node joins branches.
   *
   * @param value that the branches begin at, for the message
   */
  static Join of(GraphNode node, String value) {
    Join join = BY_OPERATOR.get(node.operator());
    if (join == null) {
      throw Refusal.of(
          node,
          "the value \"%s\" goes several ways, and they meet here; branches are joined by Add, Mul"
                  .formatted(value)
              + " or Concat only");
    }
    return join;
  }

  /**
   * Checks the axis of a node that concatenates.
   *
   * @param rank number of dimensions of an example at the end of the branches
   */
  static void checkAxis(GraphNode node, int rank) {
    if (node.operator().equals("Concat")) {
      long axis = node.integer("axis", 0);
      if (axis != -1 && axis != rank) {
        throw Refusal.of(
            node, "branches are joined along the last dimension, but this is along axis " + axis);
      }
    }
  }
}

package dev.nn.onnx.read;

import dev.nn.api.Shape;
import dev.nn.core.layer.BatchNormalization;
import dev.nn.core.layer.Flatten;
import dev.nn.core.layer.Reshape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Nodes that give an example another shape. The batch must stay the first dimension. */
final class Reshapes {
  private final Graph graph;
  private final Stack stack;
  private final long batch;

  /** Creates a reader for graphs whose batch may have a fixed size; it is −1 otherwise. */
  Reshapes(Graph graph, Stack stack, long batch) {
    this.graph = graph;
    this.stack = stack;
    this.batch = batch;
  }

  String flatten(GraphNode node) {
    long axis = node.integer("axis", 1);
    if (axis != 1 && axis != -stack.shape().rank()) {
      throw Refusal.of(node, "it flattens from axis " + axis + ", but a network from axis 1");
    }
    become(Shape.of(stack.shape().size()));
    return node.output();
  }

  String reshape(GraphNode node) {
    Constant target = graph.constant(node.input(1));
    if (target == null || target.isFloat() || target.dims().length > 1 || target.size() == 0) {
      throw Refusal.of(node, "its shape must be a constant, or be made of sizes of its input");
    }
    long[] sizes = target.integers();
    if (isRowsOfChannels(sizes)) {
      return batchNormalization(node);
    }
    boolean isBatch = sizes[0] == -1 || sizes[0] == 0 || (batch > 0 && sizes[0] == batch);
    if (!isBatch || sizes.length == 1) {
      throw Refusal.of(
          node, "its shape %s does not leave the batch first".formatted(Arrays.toString(sizes)));
    }
    become(shape(node, sizes));
    return node.output();
  }

  private Shape shape(GraphNode node, long[] sizes) {
    List<Integer> dimensions = new ArrayList<>();
    int open = -1;
    long known = 1;
    for (int i = 1; i < sizes.length; i++) {
      long size = sizes[i];
      if (size == 0 && i <= stack.shape().rank()) {
        size = stack.shape().dimension(i - 1);
      }
      if (size == -1 && open < 0) {
        open = i - 1;
        size = 1;
      }
      if (size < 1 || known > Integer.MAX_VALUE / size) {
        throw Refusal.of(node, "its shape %s is impossible".formatted(Arrays.toString(sizes)));
      }
      known *= size;
      dimensions.add((int) size);
    }
    int all = stack.shape().size();
    if (open >= 0) {
      dimensions.set(open, (int) Math.max(1, all / known));
    }
    Shape shape = new Shape(dimensions);
    if (shape.size() != all) {
      throw Refusal.of(node, "an example of %s numbers cannot become %s".formatted(all, shape));
    }
    return shape;
  }

  private void become(Shape shape) {
    if (!shape.equals(stack.shape())) {
      stack.add(shape.rank() == 1 ? new Flatten() : new Reshape(shape.dimensions()), Map.of());
    }
  }

  /** Whether each place of an example becomes a row of its own. */
  private boolean isRowsOfChannels(long[] sizes) {
    Shape shape = stack.shape();
    return shape.rank() > 1
        && sizes.length == 2
        && sizes[0] == -1
        && sizes[1] == shape.last()
        && sizes[1] != shape.size();
  }

  /** Batch normalization of channels that come last, as the export writes it: three nodes. */
  private String batchNormalization(GraphNode rows) {
    Shape shape = stack.shape();
    GraphNode node = only(rows, "BatchNormalization");
    GraphNode back = only(node, "Reshape");
    Constant target = graph.constant(back.input(1));
    long[] sizes = new long[shape.rank() + 1];
    sizes[0] = -1;
    for (int i = 1; i < sizes.length; i++) {
      sizes[i] = shape.dimension(i - 1);
    }
    if (target == null || !Arrays.equals(target.integers(), sizes)) {
      throw Refusal.of(back, "its shape must be that before the normalization, " + shape);
    }
    Map<String, float[]> parameters =
        Map.of(
            "gamma", row(node, 1),
            "beta", row(node, 2),
            "moving_mean", row(node, 3),
            "moving_variance", row(node, 4));
    stack.add(
        new BatchNormalization(
            Numbers.shortest(node.real("momentum", 0.9f)),
            Numbers.shortest(node.real("epsilon", 1e-5f))),
        parameters);
    return back.output();
  }

  private float[] row(GraphNode node, int input) {
    Constant row = graph.constant(node.input(input));
    int n = stack.shape().last();
    if (row == null || !row.isRow(n)) {
      throw Refusal.of(node, "its input " + input + " must be a constant row of " + n);
    }
    return row.row(n);
  }

  private GraphNode only(GraphNode before, String operator) {
    List<GraphNode> users = graph.consumers(before.output());
    if (users.size() != 1
        || !users.get(0).isStandard()
        || !users.get(0).operator().equals(operator)
        || !users.get(0).input(0).equals(before.output())
        || users.get(0).integer("training_mode", 0) != 0) {
      throw Refusal.of(before, "rows of channels must be normalised and then put together again");
    }
    return users.get(0);
  }
}

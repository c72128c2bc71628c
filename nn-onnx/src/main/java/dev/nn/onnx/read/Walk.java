package dev.nn.onnx.read;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.nn.api.NnException;
import dev.nn.api.Spec;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Follows the value that goes from the input of a graph to its output, a layer at a time. */
final class Walk {
  private final Graph graph;
  private final Stack stack;
  private final LayerNodesReader layers;
  private String value;

  Walk(Graph graph, Stack stack, boolean startsWithIntegers, long batch) {
    this.graph = graph;
    this.stack = stack;
    this.layers = new LayerNodesReader(graph, stack, batch, startsWithIntegers);
    this.value = graph.input().getName();
  }

  void toTheEnd() {
    while (!value.equals(graph.output())) {
      knowSizes();
      List<GraphNode> users = graph.consumers(value);
      if (users.isEmpty()) {
        throw new Refusal("nothing but sizes is made of the value \"" + value + "\"");
      }
      try {
        value = step(users);
      } catch (NnException | IllegalArgumentException e) {
        throw Refusal.of(users.get(0), String.valueOf(e.getMessage()));
      }
    }
    layers.checkEnd();
  }

  /** Exporters put a shape together from sizes; that of the batch is −1. */
  private void knowSizes() {
    for (GraphNode user : graph.consumers(value)) {
      if (user.isStandard()
          && user.operator().equals("Shape")
          && !user.has("start")
          && !user.has("end")) {
        long[] sizes =
            LongStream.concat(
                    LongStream.of(-1),
                    stack.shape().dimensions().stream().mapToLong(Integer::longValue))
                .toArray();
        graph.know(user, Constant.of(new long[] {sizes.length}, sizes));
      }
    }
  }

  private String step(List<GraphNode> users) {
    Optional<String> normalized = layers.composed(value);
    if (normalized.isPresent()) {
      return normalized.get();
    }
    Optional<Activations.Found> found = Activations.composed(value, graph, stack.shape().rank());
    if (found.isPresent()) {
      layers.numbersOnly(found.get().last());
      stack.activation(found.get().activation());
      return found.get().last().output();
    }
    if (users.size() > 1) {
      throw branch(users);
    }
    GraphNode node = users.get(0);
    check(node);
    Optional<Spec> activation = Operators.activation(node, graph, stack.shape().rank());
    if (activation.isPresent() && node.input(0).equals(value)) {
      layers.numbersOnly(node);
      stack.activation(activation.get());
      return node.output();
    }
    return layers.read(node, value);
  }

  private Refusal branch(List<GraphNode> users) {
    GraphNode join = users.get(1);
    for (GraphNode node : Activations.near(value, graph)) {
      if (node.operator().equals("Add") || node.operator().equals("Concat")) {
        join = node;
      }
    }
    return Refusal.of(
        join,
        "the value \"%s\" goes to %s nodes, but only networks without branches are read"
            .formatted(value, users.size()));
  }

  private static void check(GraphNode node) {
    if (!node.isStandard()) {
      throw Refusal.of(
          node,
          "only the standard operators of ONNX are read; a model that a runtime has optimised must"
              + " be exported again without that");
    }
    if (node.hasGraph()) {
      throw Refusal.of(node, "a network of layers has no control flow");
    }
    if (node.namedOutputs().isEmpty() || node.output().isEmpty()) {
      throw Refusal.of(node, "its first output has no name");
    }
  }

  /** Whether a type holds whole numbers, as the indices of an embedding. */
  static boolean isInteger(int type) {
    return type == DataType.INT64.getNumber() || type == DataType.INT32.getNumber();
  }
}

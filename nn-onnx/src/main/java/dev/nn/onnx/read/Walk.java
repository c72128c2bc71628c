package dev.nn.onnx.read;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.nn.api.Join;
import dev.nn.api.NnException;
import dev.nn.api.Spec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** Follows the value that goes from the input of a graph to its output, a layer at a time. */
final class Walk {
  /** Branches within branches are walked by recursion. */
  private static final int DEEPEST = 50;

  private final Graph graph;
  private final Stack stack;
  private final LayerNodesReader layers;
  private final int depth;
  private String value;

  Walk(Graph graph, Stack stack, boolean startsWithIntegers, long batch) {
    this.graph = graph;
    this.stack = stack;
    this.layers = new LayerNodesReader(graph, stack, batch, startsWithIntegers);
    this.depth = 0;
    this.value = graph.input().getName();
  }

  /** The walk along a branch, from the value where the outer walk stands. */
  private Walk(Walk outer, Graph branch, Stack stack) {
    this.graph = branch;
    this.stack = stack;
    this.layers = outer.layers.within(branch, stack);
    this.depth = outer.depth + 1;
    this.value = outer.value;
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
    if (users.size() > 1 || Joins.isOfItself(users.get(0), value)) {
      return branches();
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

  /** Walks along each branch that begins here, and goes on where they meet. */
  private String branches() {
    Ways ways = new Ways(graph, value);
    GraphNode end =
        ways.meeting()
            .orElseThrow(() -> new Refusal("the ways of \"" + value + "\" do not meet again"));
    check(end);
    if (depth == DEEPEST) {
      throw Refusal.of(end, "branches lie within each other more than " + DEEPEST + " deep");
    }
    Join join = Joins.of(end, value);
    Set<GraphNode> walked = new HashSet<>();
    List<Stack> branches = new ArrayList<>();
    for (String operand : end.inputs()) {
      if (graph.constant(operand) != null) {
        throw Refusal.of(end, "one of the values that it joins is a constant");
      }
      Set<GraphNode> nodes = ways.to(operand, end);
      if (nodes.stream().anyMatch(node -> !walked.add(node))) {
        throw Refusal.of(end, "two of its branches have nodes in common, which ours never have");
      }
      Stack branch = stack.branch();
      new Walk(this, graph.part(nodes, operand), branch).toTheEnd();
      branches.add(branch);
    }
    Joins.checkAxis(end, branches.get(0).shape().rank());
    try {
      stack.join(join, branches);
    } catch (NnException | IllegalArgumentException e) {
      throw Refusal.of(end, String.valueOf(e.getMessage()));
    }
    layers.joined();
    return end.output();
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

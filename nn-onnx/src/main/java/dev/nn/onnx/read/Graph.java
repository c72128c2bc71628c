package dev.nn.onnx.read;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that the output depends on, with the constants among their inputs worked out. What is
 * known at the start is known before anything is walked; sizes become known on the way.
 */
final class Graph {
  private final ValueInfoProto input;
  private final String output;
  private final Map<String, Constant> constants;
  private final Map<String, GraphNode> producers;
  private final Map<String, List<GraphNode>> consumers;
  private final Set<GraphNode> folded;
  private final Map<GraphNode, Integer> order;
  private final Room room;

  Graph(GraphProto graph, int opset, ExternalData external) {
    this.constants = new HashMap<>();
    this.producers = new HashMap<>();
    this.consumers = new HashMap<>();
    this.folded = new HashSet<>();
    this.order = new HashMap<>();
    this.room = new Room();
    if (graph.getSparseInitializerCount() > 0) {
      throw new Refusal("its graph has sparse weights; save it with dense ones");
    }
    if (graph.getOutputCount() != 1) {
      throw new Refusal(
          "its graph has %s outputs, but a network has one: %s"
              .formatted(graph.getOutputCount(), names(graph.getOutputList())));
    }
    this.output = graph.getOutput(0).getName();
    Map<String, TensorProto> tensors = new HashMap<>();
    for (TensorProto tensor : graph.getInitializerList()) {
      if (tensors.put(tensor.getName(), tensor) != null) {
        throw new Refusal("two tensors are called \"" + tensor.getName() + "\"");
      }
    }
    index(graph, opset);
    Set<String> needed = needed();
    this.input = input(graph, tensors.keySet(), needed);
    tensors.forEach(
        (name, tensor) -> {
          if (needed.contains(name)) {
            constants.put(name, Tensors.read(tensor, external));
          }
        });
    for (GraphNode node : sorted(needed)) {
      order.put(node, order.size());
      for (String name : new HashSet<>(node.inputs())) {
        consumers.computeIfAbsent(name, n -> new ArrayList<>()).add(node);
      }
      fold(node);
    }
  }

  /** A part of another graph, which shares its values. */
  private Graph(Graph whole, Set<GraphNode> nodes, String output) {
    this.input = whole.input;
    this.output = output;
    this.constants = whole.constants;
    this.producers = whole.producers;
    this.consumers = whole.consumers;
    this.folded = whole.folded;
    this.room = whole.room;
    this.order = new HashMap<>();
    nodes.forEach(node -> order.put(node, whole.order(node)));
  }

  /** The graph of some of the nodes, which ends with the given value. */
  Graph part(Set<GraphNode> nodes, String end) {
    return new Graph(this, nodes, end);
  }

  boolean contains(GraphNode node) {
    return order.containsKey(node);
  }

  /** The place of a node in an order in which each comes after those that it needs. */
  int order(GraphNode node) {
    return Objects.requireNonNull(order.get(node));
  }

  private void index(GraphProto graph, int opset) {
    int place = 0;
    for (NodeProto proto : graph.getNodeList()) {
      GraphNode node = new GraphNode(proto, ++place, graph.getNodeCount(), opset);
      for (String name : node.namedOutputs()) {
        if (producers.put(name, node) != null) {
          throw Refusal.of(node, "another node gives the value \"" + name + "\" too");
        }
      }
    }
  }

  /** The names of the values that the output depends on. */
  private Set<String> needed() {
    Set<String> needed = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(output));
    while (!open.isEmpty()) {
      String name = open.remove();
      GraphNode producer = producers.get(name);
      if (!name.isEmpty() && needed.add(name) && producer != null) {
        open.addAll(producer.inputs());
      }
    }
    return needed;
  }

  private static ValueInfoProto input(GraphProto graph, Set<String> tensors, Set<String> needed) {
    List<ValueInfoProto> inputs =
        graph.getInputList().stream()
            .filter(info -> !tensors.contains(info.getName()) && needed.contains(info.getName()))
            .toList();
    if (inputs.size() != 1) {
      throw new Refusal(
          inputs.isEmpty()
              ? "its output does not depend on any input"
              : "its graph has %s inputs, but a network has one: %s"
                  .formatted(inputs.size(), names(inputs)));
    }
    return inputs.get(0);
  }

  private static List<String> names(List<ValueInfoProto> infos) {
    return infos.stream().map(ValueInfoProto::getName).limit(10).toList();
  }

  /** Each node after those that it needs, in the order of the file otherwise. */
  private List<GraphNode> sorted(Set<String> needed) {
    Map<GraphNode, Integer> missing = new HashMap<>();
    Map<String, List<GraphNode>> waiting = new HashMap<>();
    Deque<GraphNode> ready = new ArrayDeque<>();
    Set<GraphNode> live = new HashSet<>();
    needed.stream().map(producers::get).filter(node -> node != null).forEach(live::add);
    for (GraphNode node : live.stream().sorted(GraphNode.BY_PLACE).toList()) {
      Set<String> inner = new HashSet<>(node.inputs());
      inner.removeIf(name -> !producers.containsKey(name));
      missing.put(node, inner.size());
      inner.forEach(name -> waiting.computeIfAbsent(name, n -> new ArrayList<>()).add(node));
      if (inner.isEmpty()) {
        ready.add(node);
      }
    }
    List<GraphNode> sorted = new ArrayList<>();
    while (!ready.isEmpty()) {
      GraphNode node = ready.remove();
      sorted.add(node);
      for (String name : node.namedOutputs()) {
        for (GraphNode next : waiting.getOrDefault(name, List.of())) {
          if (missing.merge(next, -1, Integer::sum) == 0) {
            ready.add(next);
          }
        }
      }
    }
    if (sorted.size() < live.size()) {
      live.removeAll(sorted);
      throw Refusal.of(
          Collections.min(live, GraphNode.BY_PLACE), "it depends on itself, by way of others");
    }
    return sorted;
  }

  private void fold(GraphNode node) {
    Folding.of(node, constants)
        .ifPresent(
            constant -> {
              constants.put(node.output(), constant);
              folded.add(node);
            });
  }

  /** Says what a value is now known to be, and works out what follows from it. */
  void know(GraphNode node, Constant constant) {
    constants.put(node.output(), constant);
    folded.add(node);
    Deque<String> open = new ArrayDeque<>(List.of(node.output()));
    while (!open.isEmpty()) {
      for (GraphNode next : consumers.getOrDefault(open.remove(), List.of())) {
        if (!folded.contains(next)) {
          fold(next);
          if (folded.contains(next)) {
            open.add(next.output());
          }
        }
      }
    }
  }

  /** The room for numbers that the file does not have itself. */
  Room room() {
    return room;
  }

  ValueInfoProto input() {
    return input;
  }

  String output() {
    return output;
  }

  /** The node that gives a value, if one does. */
  @Nullable GraphNode producer(String name) {
    return producers.get(name);
  }

  @Nullable Constant constant(String name) {
    return constants.get(name);
  }

  /** The nodes that use a value and are no constants themselves, in order. */
  List<GraphNode> consumers(String name) {
    return consumers.getOrDefault(name, List.of()).stream()
        .filter(node -> contains(node) && !folded.contains(node))
        .toList();
  }
}

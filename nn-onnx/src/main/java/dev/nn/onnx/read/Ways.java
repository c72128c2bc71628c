package dev.nn.onnx.read;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** The ways that a value takes through a graph. */
final class Ways {
  private final Graph graph;
  private final String start;

  /** The ways from a value. */
  Ways(Graph graph, String start) {
    this.graph = graph;
    this.start = start;
  }

  /** The first node that all ways go through, which is where branches end. */
  Optional<GraphNode> meeting() {
    PriorityQueue<GraphNode> open =
        new PriorityQueue<>(Comparator.comparingInt((GraphNode node) -> graph.order(node)));
    Set<GraphNode> seen = new HashSet<>();
    Set<String> reached = new HashSet<>(Set.of(start));
    int ways = follow(start, seen, open);
    while (!open.isEmpty()) {
      GraphNode node = open.remove();
      Set<String> ending = new HashSet<>(node.inputs());
      ending.retainAll(reached);
      ways -= ending.size();
      if (ways == 0) {
        return Optional.of(node);
      }
      for (String output : node.namedOutputs()) {
        reached.add(output);
        ways += follow(output, seen, open);
      }
    }
    return Optional.empty();
  }

  private int follow(String value, Set<GraphNode> seen, PriorityQueue<GraphNode> open) {
    List<GraphNode> users = graph.consumers(value);
    for (GraphNode user : users) {
      if (seen.add(user)) {
        open.add(user);
      }
    }
    return users.size();
  }

  /**
   * The nodes on the ways to a value.
   *
   * @throws Refusal if it depends on something else too
   */
  Set<GraphNode> to(String value, GraphNode join) {
    Set<GraphNode> nodes = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(value));
    while (!open.isEmpty()) {
      String name = open.remove();
      if (name.isEmpty() || name.equals(start) || graph.constant(name) != null) {
        continue;
      }
      GraphNode producer = graph.producer(name);
      if (producer == null || !graph.contains(producer)) {
        throw Refusal.of(
            join,
            "its branches begin at the value \"" + start + "\", but one takes \"" + name + "\"");
      }
      if (nodes.add(producer)) {
        open.addAll(producer.inputs());
      }
    }
    return nodes;
  }
}

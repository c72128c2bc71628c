package dev.nn.onnx.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A composition of operators, written as a formula: {@code Mul(x, Sigmoid(Mul(x, $beta)))}. In it
 * {@code x} is the value that the composition starts from, a number is a constant close to it,
 * {@code $name} any constant number, {@code @1..n} the constant row 1, 2, …, and the operands of
 * sums, products, maxima and minima may come in either order.
 */
final class Pattern {
  private static final Set<String> COMMUTATIVE = Set.of("Add", "Mul", "Max", "Min");

  private final String operator;
  private final List<Pattern> arguments;

  private Pattern(String operator, List<Pattern> arguments) {
    this.operator = operator;
    this.arguments = arguments;
  }

  /** What was found: the numbers by name, and the nodes of the composition. */
  record Match(Map<String, Float> numbers, Set<GraphNode> nodes) {
    private Match copy() {
      return new Match(new HashMap<>(numbers), new HashSet<>(nodes));
    }

    private void set(Match other) {
      numbers.clear();
      numbers.putAll(other.numbers);
      nodes.clear();
      nodes.addAll(other.nodes);
    }
  }

  static Pattern parse(String text) {
    return new Parser(text).pattern();
  }

  String operator() {
    return operator;
  }

  /** Whether a node is the last of this composition, which starts from the value x. */
  Optional<Match> match(GraphNode last, String x, Graph graph, int rank) {
    Match match = new Match(new HashMap<>(), new HashSet<>());
    return last.namedOutputs().isEmpty() || !matches(last.output(), x, graph, rank, match)
        ? Optional.empty()
        : Optional.of(match);
  }

  private boolean matches(String value, String x, Graph graph, int rank, Match match) {
    if (operator.equals("x")) {
      return value.equals(x);
    }
    if (arguments.isEmpty()) {
      return matches(graph.constant(value), match);
    }
    GraphNode node = graph.producer(value);
    if (node == null
        || value.equals(x)
        || graph.constant(value) != null
        || !node.isStandard()
        || !node.operator().equals(operator)
        || !node.output().equals(value)
        || !Rowwise.fits(node, rank, graph)
        || !hasUsualNumbers(node)) {
      return false;
    }
    List<String> inputs = Rowwise.operands(node);
    if (inputs.size() != arguments.size()) {
      return false;
    }
    Match before = match.copy();
    match.nodes.add(node);
    if (matchAll(inputs, x, graph, rank, match)) {
      return true;
    }
    if (COMMUTATIVE.contains(operator) && inputs.size() == 2) {
      match.set(before);
      match.nodes.add(node);
      if (matchAll(List.of(inputs.get(1), inputs.get(0)), x, graph, rank, match)) {
        return true;
      }
    }
    match.set(before);
    return false;
  }

  /** Whether the attributes of a node are those that all formulas mean. */
  private static boolean hasUsualNumbers(GraphNode node) {
    return switch (node.operator()) {
      case "HardSigmoid" ->
          Numbers.areClose(node.real("alpha", 0.2f), 1 / 6.0) && node.real("beta", 0.5f) == 0.5f;
      case "Elu" -> node.real("alpha", 1) == 1;
      default -> true;
    };
  }

  private boolean matchAll(List<String> inputs, String x, Graph graph, int rank, Match match) {
    for (int i = 0; i < inputs.size(); i++) {
      if (!arguments.get(i).matches(inputs.get(i), x, graph, rank, match)) {
        return false;
      }
    }
    return true;
  }

  private boolean matches(@Nullable Constant constant, Match match) {
    if (constant == null || !constant.isFloat()) {
      return false;
    }
    if (operator.equals("@1..n")) {
      for (int i = 0; i < constant.size(); i++) {
        if (constant.floats()[i] != i + 1) {
          return false;
        }
      }
      return true;
    }
    if (!constant.isNumber()) {
      return false;
    }
    float number = constant.floats()[0];
    if (operator.startsWith("$")) {
      Float other = match.numbers.putIfAbsent(operator.substring(1), number);
      return other == null || other == number;
    }
    return Numbers.areClose(Double.parseDouble(operator), number);
  }

  /** Reads the text of a pattern. */
  private static final class Parser {
    private final String text;
    private int at;

    Parser(String text) {
      this.text = text.replace(" ", "");
    }

    Pattern pattern() {
      int from = at;
      while (at < text.length() && "(),".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String word = text.substring(from, at);
      List<Pattern> arguments = new ArrayList<>();
      if (at < text.length() && text.charAt(at) == '(') {
        do {
          at++;
          arguments.add(pattern());
        } while (text.charAt(at) == ',');
        at++;
      }
      return new Pattern(word, List.copyOf(arguments));
    }
  }
}

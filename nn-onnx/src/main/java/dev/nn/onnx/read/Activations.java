package dev.nn.onnx.read;

import dev.nn.api.Spec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows activations by the operators that exporters compose them of. */
final class Activations {
  /** The longest composition has so many nodes. */
  private static final int FARTHEST = 16;

  /** An activation, and where it ends. */
  record Found(Spec activation, GraphNode last) {}

  /** A formula and the spec that it stands for; its options are the numbers of the formula. */
  private record Composition(Pattern pattern, Spec spec) {}

  private static final String SQUAREPLUS = "Mul(Add(Abs(x), Sqrt(Add(Mul(x, x), $b))), 0.5)";

  private static final List<Composition> COMPOSITIONS =
      List.of(
          of("silu(beta=1)", "Mul(x, Sigmoid(x))"),
          of("silu", "Mul(x, Sigmoid(Mul(x, $beta)))"),
          of("mish", "Mul(x, Tanh(Softplus(x)))"),
          of("log_sigmoid", "Neg(Softplus(Neg(x)))"),
          of("log_sigmoid", "Log(Sigmoid(x))"),
          of("tanh_shrink", "Sub(x, Tanh(x))"),
          of("hard_silu", "Mul(x, HardSigmoid(x))"),
          of("gelu", "Mul(Mul(x, Add(Erf(Div(x, 1.4142135)), 1)), 0.5)"),
          of("gelu", "Mul(x, Mul(Add(Erf(Div(x, 1.4142135)), 1), 0.5))"),
          of("gelu", "Mul(Mul(x, 0.5), Add(Erf(Div(x, 1.4142135)), 1))"),
          of("gelu", "Mul(Mul(x, 0.5), Add(Erf(Mul(x, 0.70710678)), 1))"),
          of("gelu", "Mul(Mul(x, Add(Erf(Mul(x, 0.70710678)), 1)), 0.5)"),
          of("gelu(approximate=true)", gelu("Mul(Mul(x, %s), 0.5)", "Mul(Mul(x, x), x)")),
          of("gelu(approximate=true)", gelu("Mul(Mul(x, 0.5), %s)", "Mul(Mul(x, x), x)")),
          of("gelu(approximate=true)", gelu("Mul(Mul(x, 0.5), %s)", "Mul(Mul(x, x), x)")),
          of("gelu(approximate=true)", gelu("Mul(Mul(x, 0.5), %s)", "Pow(x, 3)")),
          of("gelu(approximate=true)", gelu("Mul(Mul(x, %s), 0.5)", "Pow(x, 3)")),
          of("softmin", "Softmax(Neg(x))"),
          of("log_softmax", "Log(Softmax(x))"),
          of("softsign", "Div(x, Add(Abs(x), 1))"),
          of("celu", "Mul(Elu(Div(x, $alpha)), $alpha)"),
          of("hard_shrink", "Where(LessOrEqual(Abs(x), $threshold), 0, x)"),
          of("hard_shrink", "Where(Greater(Abs(x), $threshold), x, 0)"),
          of("hard_shrink", "Where(Or(Cast(Greater(x, $threshold)), Cast(Less(x, $minus))), x, 0)"),
          of("hard_shrink", "Where(Or(Greater(x, $threshold), Less(x, $minus)), x, 0)"),
          of(
              "soft_shrink",
              "Add(Where(Greater(x, $threshold), Sub(x, $threshold), 0),"
                  + " Where(Less(x, $minus), Add(x, $threshold), 0))"),
          of("threshold", "Where(LessOrEqual(x, $threshold), $value, x)"),
          of("threshold", "Where(Greater(x, $threshold), x, $value)"),
          of(
              "relu",
              "Where(LessOrEqual(x, $threshold), Mul(Sub(x, $threshold), $negative_slope), Min(x,"
                  + " $max_value))"),
          of(
              "relu",
              "Where(LessOrEqual(x, $threshold), Mul(Sub(x, $threshold), $negative_slope), x)"),
          of("relu", "Where(LessOrEqual(x, $threshold), 0, Min(x, $max_value))"),
          of(
              "squareplus",
              "Where(LessOrEqual(x, 0), Div($quarter, %s), %s)".formatted(SQUAREPLUS, SQUAREPLUS)),
          of(
              "sparse_plus",
              "Max(x, Mul(Mul(Add(Clip(x, -1, 1), 1), Add(Clip(x, -1, 1), 1)), 0.25))"),
          of("soft_shrink", "Sub(x, Clip(x, $minus, $threshold))"),
          of(
              "sparsemax",
              "Relu(Sub(%1$s, ReduceMax(Div(Sub(CumSum(TopK(%1$s)), 1), @1..n))))"
                  .formatted("Sub(x, ReduceMax(x))")));

  private Activations() {}

  private static Composition of(String spec, String pattern) {
    return new Composition(Pattern.parse(pattern), Spec.parse(spec));
  }

  private static String gelu(String frame, String cube) {
    String tanh = "Tanh(Mul(Add(x, Mul(%s, 0.044715)), 0.7978846))".formatted(cube);
    return frame.formatted("Add(" + tanh + ", 1)");
  }

  /** Finds the longest composition that starts from a value and takes all its users in. */
  static Optional<Found> composed(String x, Graph graph, int rank) {
    for (GraphNode last : near(x, graph)) {
      for (Composition composition : COMPOSITIONS) {
        if (composition.pattern.operator().equals(last.operator())) {
          Optional<Pattern.Match> match = composition.pattern.match(last, x, graph, rank);
          if (match.isPresent()
              && isClosed(x, last, match.get().nodes(), graph)
              && isConsistent(match.get().numbers())) {
            return Optional.of(new Found(spec(composition, match.get().numbers()), last));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The nodes that follow a value, the farthest first. */
  static List<GraphNode> near(String x, Graph graph) {
    Set<GraphNode> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(x));
    while (!open.isEmpty() && seen.size() < FARTHEST) {
      for (GraphNode node : graph.consumers(open.remove())) {
        if (seen.size() < FARTHEST && seen.add(node)) {
          open.addAll(node.namedOutputs());
        }
      }
    }
    List<GraphNode> farthestFirst = new ArrayList<>(seen);
    farthestFirst.sort(Comparator.comparing((GraphNode node) -> farther(seen, node)).reversed());
    return farthestFirst;
  }

  private static int farther(Set<GraphNode> all, GraphNode node) {
    int place = 0;
    for (GraphNode other : all) {
      place++;
      if (other.equals(node)) {
        break;
      }
    }
    return place;
  }

  /** Nobody outside uses what is inside. */
  static boolean isClosed(String x, GraphNode last, Set<GraphNode> nodes, Graph graph) {
    if (!nodes.containsAll(graph.consumers(x)) || x.equals(graph.output())) {
      return false;
    }
    for (GraphNode node : nodes) {
      for (String output : node.namedOutputs()) {
        boolean isEnd = node.equals(last) && output.equals(last.output());
        if (!isEnd
            && (output.equals(graph.output()) || !nodes.containsAll(graph.consumers(output)))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Numbers that stand twice in other forms must agree. */
  private static boolean isConsistent(Map<String, Float> numbers) {
    Float minus = numbers.get("minus");
    Float quarter = numbers.get("quarter");
    return (minus == null || minus == -numbers.getOrDefault("threshold", Float.NaN))
        && (quarter == null || Numbers.areClose(4 * quarter, numbers.getOrDefault("b", 0f)));
  }

  private static Spec spec(Composition composition, Map<String, Float> numbers) {
    Spec spec = composition.spec;
    for (Map.Entry<String, Float> number : numbers.entrySet()) {
      if (!number.getKey().equals("minus") && !number.getKey().equals("quarter")) {
        spec = Numbers.with(spec, number.getKey(), number.getValue());
      }
    }
    return spec;
  }
}

package dev.nn.tests.conformance.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Compares numbers and remembers them all. */
public final class Measure {
  private final List<Comparison> comparisons = new ArrayList<>();

  /** Compares numbers in the same places of two arrays, which must be equally long. */
  public void compare(String what, double[] expected, double[] actual, Tolerance tolerance) {
    assertEquals(expected.length, actual.length, () -> what + ": how many numbers");
    double scale =
        Arrays.stream(expected).filter(Double::isFinite).map(Math::abs).average().orElse(0);
    for (int i = 0; i < expected.length; i++) {
      double allowed = tolerance.allowed(expected[i]);
      String where = what + "[" + i + "]";
      comparisons.add(new Comparison(where, expected[i], actual[i], allowed, scale));
    }
  }

  /** The same for floats. */
  public void compare(String what, float[] expected, float[] actual, Tolerance tolerance) {
    compare(what, Numbers.widen(expected), Numbers.widen(actual), tolerance);
  }

  /** The same for one number. */
  public void compare(String what, double expected, double actual, Tolerance tolerance) {
    double allowed = tolerance.allowed(expected);
    comparisons.add(new Comparison(what, expected, actual, allowed, Math.abs(expected)));
  }

  /** Takes over what another one has compared. */
  public void add(Measure other) {
    comparisons.addAll(other.comparisons);
  }

  /** All that was compared, in order. */
  public List<Comparison> comparisons() {
    return List.copyOf(comparisons);
  }

  /** What is further away than the tolerance allows, or that nothing was compared. */
  public List<String> misses() {
    return comparisons.isEmpty()
        ? List.of("nothing was compared")
        : comparisons.stream().filter(c -> !c.isClose()).map(Comparison::toString).toList();
  }

  @Override
  public String toString() {
    return comparisons.stream()
        .max(Comparator.comparingDouble(Comparison::share))
        .map(
            worst ->
                String.format(
                    Locale.ROOT,
                    "%d numbers compared, the furthest off by %.3g, %.0f %% of what is allowed (%s)",
                    comparisons.size(),
                    worst.error(),
                    100 * worst.share(),
                    worst.what()))
        .orElse("nothing compared");
  }
}

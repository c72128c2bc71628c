package dev.nn.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Assertions;

/** Compares numbers and remembers how far apart they were. */
final class Measure {
  private long compared;
  private double largestError;
  private double largestShare;
  private String where = "nothing";

  /**
   * Fails if a number is further away than the tolerance allows; equal non-finite ones are fine.
   */
  void compare(String what, double[] expected, double[] actual, Tolerance tolerance) {
    assertEquals(expected.length, actual.length, () -> what + ": how many numbers");
    for (int i = 0; i < expected.length; i++) {
      compare(what + "[" + i + "]", expected[i], actual[i], tolerance);
    }
  }

  /** The same for floats. */
  void compare(String what, float[] expected, float[] actual, Tolerance tolerance) {
    compare(what, Numbers.widen(expected), Numbers.widen(actual), tolerance);
  }

  /** The same for one number. */
  void compare(String what, double expected, double actual, Tolerance tolerance) {
    compared++;
    if (Double.compare(expected, actual) == 0) {
      return;
    }
    double error = Math.abs(expected - actual);
    double allowed = tolerance.allowed(expected);
    if (!(error <= allowed)) {
      Assertions.fail("%s is %s, expected %s ± %.3g".formatted(what, actual, expected, allowed));
    }
    if (allowed > 0 && error / allowed > largestShare) {
      largestShare = error / allowed;
      largestError = error;
      where = what;
    }
  }

  long compared() {
    return compared;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d numbers compared, the furthest off by %.3g, %.0f %% of what is allowed (%s)",
        compared,
        largestError,
        100 * largestShare,
        where);
  }
}

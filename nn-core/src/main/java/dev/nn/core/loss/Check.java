package dev.nn.core.loss;

/**
 * Ranges of options, which losses use as doubles. −0 is returned as 0, because specs know no
 * negative zero.
 */
final class Check {
  private Check() {}

  static double atLeast(double min, String name, double value) {
    return in(finite(name, value) >= min, "at least " + text(min), name, value);
  }

  static double moreThan(double min, String name, double value) {
    return in(finite(name, value) > min, "more than " + text(min), name, value);
  }

  static double between(double min, double max, String name, double value) {
    String range = "from " + text(min) + " to " + text(max);
    return in(value >= min && value <= max, range, name, value);
  }

  /** A number in (0, 1). */
  static double openFraction(String name, double value) {
    return in(value > 0 && value < 1, "more than 0 and less than 1", name, value);
  }

  private static double finite(String name, double value) {
    return in(Double.isFinite(value), "a finite number", name, value);
  }

  private static double in(boolean legal, String range, String name, double value) {
    if (!legal) {
      throw new IllegalArgumentException(name + " must be " + range + ", got " + text(value));
    }
    return value + 0.0;
  }

  private static String text(double value) {
    return value == (long) value ? Long.toString((long) value) : Double.toString(value);
  }
}

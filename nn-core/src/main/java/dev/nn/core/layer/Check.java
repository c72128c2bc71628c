package dev.nn.core.layer;

/**
 * Ranges of options. Reals are judged both as they are and as floats, which is how loops use them,
 * and −0 is returned as 0, because specs know no negative zero.
 */
final class Check {
  private Check() {}

  static double finite(String name, double value) {
    return in(Float.isFinite((float) value), "a finite float", name, value);
  }

  static double atLeast(double min, String name, double value) {
    return in(finite(name, value) >= min, "at least " + text(min), name, value);
  }

  static double moreThan(double min, String name, double value) {
    return in((float) finite(name, value) > min, "more than " + text(min), name, value);
  }

  static double between(double min, double max, String name, double value) {
    String range = "from " + text(min) + " to " + text(max);
    return in(value >= min && value <= max, range, name, value);
  }

  /** A number in [0, 1) that is less than 1 as a float too. */
  static double fraction(String name, double value) {
    in(value >= 0 && value < 1, "at least 0 and less than 1", name, value);
    String last = "at most " + Math.nextDown(1f) + ", the last float below 1";
    return in((float) value < 1, last, name, value);
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

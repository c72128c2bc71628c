package dev.nn.optim;

/**
 * Ranges of hyper-parameters. Reals are judged both as they are, as schedules use them, and as
 * floats, as the loops of optimizers do; −0 is returned as 0, because specs know no negative zero.
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

  static double atMost(double max, String name, double value) {
    return in(finite(name, value) <= max, "at most " + text(max), name, value);
  }

  static double between(double min, double max, String name, double value) {
    String range = "from " + text(min) + " to " + text(max);
    return in(value >= min && value <= max, range, name, value);
  }

  /** A number in (0, 1). */
  static double openFraction(String name, double value) {
    return in(value > 0 && value < 1, "more than 0 and less than 1", name, value);
  }

  /** A number in [0, 1), for what a running mean keeps. */
  static double fraction(String name, double value) {
    return in(value >= 0 && (float) value < 1, "at least 0 and less than 1", name, value);
  }

  static long positive(String name, long value) {
    return atLeastInteger(1, name, value);
  }

  static long notNegative(String name, long value) {
    return atLeastInteger(0, name, value);
  }

  private static long atLeastInteger(long min, String name, long value) {
    if (value < min) {
      throw new IllegalArgumentException(name + " must be at least " + min + ", got " + value);
    }
    return value;
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

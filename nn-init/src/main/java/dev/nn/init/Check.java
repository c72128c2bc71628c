package dev.nn.init;

import java.util.List;

/**
 * Ranges of hyper-parameters. Reals are judged as floats, which is how the loops use them, and −0
 * is returned as 0, because specs know no negative zero.
 */
final class Check {
  private Check() {}

  static double finite(String name, double value) {
    return in(Float.isFinite((float) value), "a finite float", name, value);
  }

  static double atLeast(double min, String name, double value) {
    return in((float) finite(name, value) >= min, "at least " + text(min), name, value);
  }

  static double moreThan(double min, String name, double value) {
    return in((float) finite(name, value) > min, "more than " + text(min), name, value);
  }

  /** A number in (0, 1]. */
  static double part(String name, double value) {
    return in((float) value > 0 && value <= 1, "more than 0 and at most 1", name, value);
  }

  static String oneOf(List<String> words, String name, String value) {
    if (!words.contains(value)) {
      throw new IllegalArgumentException(name + " must be one of " + words + ", got " + value);
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

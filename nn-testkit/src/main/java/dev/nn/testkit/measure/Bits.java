package dev.nn.testkit.measure;

import dev.nn.math.Matrix;
import org.opentest4j.AssertionFailedError;

/** Compares numbers bit for bit. All NaNs count as the same. */
public final class Bits {
  private Bits() {}

  public static void same(Matrix expected, Matrix actual, String message) {
    for (int i = 0; i < expected.rows(); i++) {
      for (int j = 0; j < expected.columns(); j++) {
        same(expected.get(i, j), actual.get(i, j), message + ", row " + i + ", column " + j);
      }
    }
  }

  public static void same(float expected, float actual, String message) {
    if (Float.floatToIntBits(expected) != Float.floatToIntBits(actual)) {
      throw new AssertionFailedError(message + ": expected " + expected + ", got " + actual);
    }
  }

  public static void same(double expected, double actual, String message) {
    if (Double.doubleToLongBits(expected) != Double.doubleToLongBits(actual)) {
      throw new AssertionFailedError(message + ": expected " + expected + ", got " + actual);
    }
  }

  public static void same(double[] expected, double[] actual, String message) {
    if (expected.length != actual.length) {
      throw new AssertionFailedError(
          message + ": expected " + expected.length + " numbers, got " + actual.length);
    }
    for (int i = 0; i < expected.length; i++) {
      same(expected[i], actual[i], message + ", number " + i);
    }
  }
}

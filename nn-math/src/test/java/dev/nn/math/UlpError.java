package dev.nn.math;

import java.util.function.DoubleUnaryOperator;

/** The largest error of a float function against a double reference, and where it was found. */
final class UlpError {
  private final FloatFunctions.FloatFunction function;
  private final DoubleUnaryOperator reference;
  private double largest;
  private float worst;

  UlpError(FloatFunctions.FloatFunction function, DoubleUnaryOperator reference) {
    this.function = function;
    this.reference = reference;
  }

  /** Measures at every step-th bit pattern from {@code first} to {@code last}, both included. */
  UlpError over(long first, long last, int step) {
    for (long bits = first; bits <= last; bits += step) {
      at(Float.intBitsToFloat((int) bits));
    }
    return this;
  }

  void at(float x) {
    double error = between(function.apply(x), reference.applyAsDouble(x));
    if (error > largest) {
      largest = error;
      worst = x;
    }
  }

  /** |value − exact| in ulps of the exact value; infinite where only one of them is NaN. */
  private static double between(float value, double exact) {
    if (Float.isNaN(value) || Double.isNaN(exact)) {
      return Float.isNaN(value) && Double.isNaN(exact) ? 0 : Double.POSITIVE_INFINITY;
    }
    // Infinity counts as 2¹²⁸, the float that would come after the largest one.
    double difference = Math.abs(bounded(value) - bounded(exact));
    return difference / Math.min(Math.ulp((float) exact), 0x1p104);
  }

  private static double bounded(double value) {
    return Math.max(-0x1p128, Math.min(0x1p128, value));
  }

  double largest() {
    return largest;
  }

  @Override
  public String toString() {
    return "%.3f ulp at x = %s (%s)"
        .formatted(largest, worst, Integer.toHexString(Float.floatToRawIntBits(worst)));
  }
}

package dev.nn.onnx.read;

import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import java.math.BigDecimal;
import java.math.MathContext;

/** Floats of a file as numbers of options. */
final class Numbers {
  private static final int ENOUGH_DIGITS = 9;

  private Numbers() {}

  /** The decimal with the fewest digits that is the same float: 0.2, not 0.20000000298. */
  static double shortest(float value) {
    if (!Float.isFinite(value)) {
      return value;
    }
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < ENOUGH_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.floatValue() == value) {
        return rounded.doubleValue();
      }
    }
    return exact.round(new MathContext(ENOUGH_DIGITS)).doubleValue();
  }

  /** A spec with one more option. */
  static Spec with(Spec spec, String option, float value) {
    return spec.with(option, new SpecValue.Decimal(shortest(value)));
  }

  /** Whether two numbers are the same but for the last digits of a float. */
  static boolean areClose(double one, double other) {
    return Math.abs(one - other) <= 2e-6 * Math.max(Math.abs(one), Math.abs(other));
  }
}

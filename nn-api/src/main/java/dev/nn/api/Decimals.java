package dev.nn.api;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as text. {@code Double.toString} is not used because JDK 19 changed which of several
 * digits strings it chooses, and files must not depend on that.
 */
final class Decimals {
  private static final int LOWEST_PLAIN_EXPONENT = -5;
  private static final int HIGHEST_PLAIN_EXPONENT = 17;
  private static final int MAX_DOUBLE_DIGITS = 17;

  /**
   * Powers of two have half as much room below as above: where the nearest decimal is too low, the
   * next may fit.
   */
  private static final RoundingMode[] NEAREST_FIRST = {RoundingMode.HALF_EVEN, RoundingMode.UP};

  private Decimals() {}

  /**
   * The decimal with the fewest digits, and among those the nearest, that reads back as the same
   * double.
   */
  static BigDecimal shortest(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a spec cannot hold " + value);
    }
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MAX_DOUBLE_DIGITS; digits++) {
      for (RoundingMode mode : NEAREST_FIRST) {
        BigDecimal rounded = exact.round(new MathContext(digits, mode));
        if (rounded.doubleValue() == value) {
          return rounded;
        }
      }
    }
    return exact.round(new MathContext(MAX_DOUBLE_DIGITS, RoundingMode.HALF_EVEN));
  }

  /** Canonical text: plain digits for moderate exponents, else {@code 1.5e-7}. */
  static String print(BigDecimal stripped) {
    int exponent = stripped.precision() - stripped.scale() - 1;
    if (stripped.signum() == 0
        || (exponent >= LOWEST_PLAIN_EXPONENT && exponent <= HIGHEST_PLAIN_EXPONENT)) {
      return stripped.toPlainString();
    }
    return stripped.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
  }
}

package dev.nn.report.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as the page shows them. */
public final class Numbers {
  private static final MathContext DIGITS = new MathContext(4);
  private static final double SMALLEST_PLAIN = 1e-4;
  private static final double LARGEST_PLAIN = 1e7;
  private static final double FOUR_DIGITS = 1000;

  private Numbers() {}

  /** A whole number with commas between thousands. */
  public static String whole(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Four significant digits, all those before the point; a dash for what is not defined. */
  public static String text(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    double size = Math.abs(value);
    if (size != 0 && (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN)) {
      return signed(String.format(Locale.ROOT, "%.2e", value));
    }
    if (size >= FOUR_DIGITS) {
      return signed(whole(Math.round(value)));
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS);
    return signed(rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
  }

  /** Four decimals, so that shares below each other can be compared. */
  public static String share(double value) {
    return Double.isNaN(value) ? "–" : signed(String.format(Locale.ROOT, "%.4f", value));
  }

  /** A share of one as percent with one decimal, which no line break parts from its sign. */
  public static String percent(double value) {
    return Double.isNaN(value)
        ? "–"
        : signed(String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * value));
  }

  private static String signed(String text) {
    return text.startsWith("-") ? "−" + text.substring(1) : text;
  }
}

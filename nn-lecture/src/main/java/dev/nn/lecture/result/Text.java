package dev.nn.lecture.result;

import java.util.Locale;

/** Numbers as texts, the same in every country. */
public final class Text {
  private static final double LARGE = 1e5;
  private static final double SMALL = 1e-3;

  private Text() {}

  /** Returns a number with four digits that matter: {@code 0.1235}, {@code 1.235e-07}. */
  public static String of(double value) {
    double size = Math.abs(value);
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    if (size >= LARGE || size < SMALL) {
      return String.format(Locale.ROOT, "%.3e", value);
    }
    int decimals = Math.max(0, 3 - (int) Math.floor(StrictMath.log10(size)));
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** Returns a text of the format with its arguments, in the way of {@link Locale#ROOT}. */
  public static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }

  /** Returns a share as a percentage: {@code 97.5 %}. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}

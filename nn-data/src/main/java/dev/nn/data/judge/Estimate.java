package dev.nn.data.judge;

import java.util.Locale;

/**
 * A number that was measured on some rows, with the interval in which it would lie with a
 * probability of 95 % if other rows of the same kind had been drawn.
 *
 * @param value what was measured; NaN if it is not defined for these rows
 * @param low the lower end of the interval; NaN if there is none
 * @param high the upper end of the interval; NaN if there is none
 */
public record Estimate(double value, double low, double high) {
  private static final double SMALL = 0.001;
  private static final double LARGE = 1000;

  /** A number that does not depend on the rows. */
  static Estimate exact(double value) {
    return new Estimate(value, value, value);
  }

  /** Half the length of the interval. */
  public double margin() {
    return (high - low) / 2;
  }

  /** The number and its interval: {@code 0.9667 (0.9000 to 1.0000)}; a dash for NaN. */
  @Override
  public String toString() {
    return Double.isNaN(low)
        ? text(value)
        : String.format(Locale.ROOT, "%s (%s to %s)", text(value), text(low), text(high));
  }

  /** A number as reports show it: four decimals, or a few digits if it is large or small. */
  static String text(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    double size = Math.abs(value);
    boolean plain = size == 0 || (size >= SMALL && size < LARGE);
    String format = plain ? "%.4f" : size < SMALL ? "%.1e" : "%.6g";
    return String.format(Locale.ROOT, format, value);
  }

  /** Below which a share of sorted numbers lies, linear between two of them; NaN without any. */
  static double quantile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = share * (sorted.length - 1);
    int below = (int) place;
    double part = place - below;
    return part == 0 ? sorted[below] : sorted[below] + part * (sorted[below + 1] - sorted[below]);
  }
}

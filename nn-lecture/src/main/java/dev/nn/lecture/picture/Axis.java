package dev.nn.lecture.picture;

/**
 * An axis of a {@link Panel}.
 *
 * @param title what it measures; an axis without a title has no numbers either
 * @param from the least value
 * @param to the greatest value
 * @param logarithmic whether equal distances are equal ratios
 */
public record Axis(String title, double from, double to, boolean logarithmic) {

  /** Checks the range. */
  public Axis {
    if (!(from < to) || (logarithmic && !(from > 0))) {
      throw new IllegalArgumentException("no axis from " + from + " to " + to);
    }
  }

  /** Returns an axis on which equal distances are equal differences. */
  public static Axis of(String title, double from, double to) {
    return new Axis(title, from, to, false);
  }

  /** Returns an axis of powers of ten. */
  public static Axis powers(String title, int from, int to) {
    return new Axis(title, StrictMath.pow(10, from), StrictMath.pow(10, to), true);
  }

  /** Where a value lies: 0 at the beginning of the axis, 1 at its end. */
  public double place(double value) {
    return logarithmic
        ? StrictMath.log(value / from) / StrictMath.log(to / from)
        : (value - from) / (to - from);
  }
}

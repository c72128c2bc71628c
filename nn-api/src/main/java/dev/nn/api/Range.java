package dev.nn.api;

import java.util.Objects;

/**
 * Which numbers an option of a plugin may have. A plugin checks its options where it is made, so
 * that nobody trains with numbers that make no sense:
 *
 * <pre>{@code
 * public record LeakyRelu(double alpha) implements ElementwiseActivation {
 *   public LeakyRelu {
 *     alpha = Range.atLeast(0).check("alpha", alpha);
 *   }
 * }
 * }</pre>
 *
 * <p>Options are doubles, but kernels compute with floats. A number therefore has to be in range
 * both as it is and rounded to the nearest float: 1e-60 is not more than 0, since the loops would
 * see 0.
 */
public final class Range {
  private final double from;
  private final boolean includesFrom;
  private final double to;
  private final boolean includesTo;

  private Range(double from, boolean includesFrom, double to, boolean includesTo) {
    this.from = from;
    this.includesFrom = includesFrom;
    this.to = to;
    this.includesTo = includesTo;
  }

  /** All finite floats. */
  public static Range finite() {
    return new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);
  }

  /** {@code [min, ∞)}. */
  public static Range atLeast(double min) {
    return new Range(min, true, Double.POSITIVE_INFINITY, false);
  }

  /** {@code (min, ∞)}. */
  public static Range moreThan(double min) {
    return new Range(min, false, Double.POSITIVE_INFINITY, false);
  }

  /** {@code (−∞, max]}. */
  public static Range atMost(double max) {
    return new Range(Double.NEGATIVE_INFINITY, false, max, true);
  }

  /** {@code [min, max]}. */
  public static Range between(double min, double max) {
    return new Range(min, true, max, true);
  }

  /** The numbers of this range that are at most {@code max}. */
  public Range andAtMost(double max) {
    return new Range(from, includesFrom, max, true);
  }

  /** The numbers of this range that are less than {@code max}. */
  public Range andLessThan(double max) {
    return new Range(from, includesFrom, max, false);
  }

  /**
   * Checks the value of an option.
   *
   * @param option its name, for the message
   * @return the value; 0 for −0, since the text of a spec knows no negative zero
   * @throws IllegalArgumentException if it is not in this range, not finite, or not in this range
   *     as a float
   */
  public double check(String option, double value) {
    Objects.requireNonNull(option, "option");
    float rounded = (float) value;
    boolean bounded = from > Double.NEGATIVE_INFINITY && to < Double.POSITIVE_INFINITY;
    if (!bounded && !Float.isFinite(rounded)) {
      throw fault(option, "a finite float", text(value));
    }
    if (!contains(value)) {
      throw fault(option, toString(), text(value));
    }
    if (value > from && !contains(rounded) && rounded <= from) {
      throw fault(
          option,
          "at least %s, the first float above %s".formatted(Math.nextUp((float) from), text(from)),
          text(value));
    }
    if (!contains(rounded)) {
      throw fault(
          option,
          "at most %s, the last float below %s".formatted(Math.nextDown((float) to), text(to)),
          text(value));
    }
    return value + 0.0;
  }

  /**
   * Checks the value of an option that is a whole number.
   *
   * @throws IllegalArgumentException if it is not in this range
   */
  public long check(String option, long value) {
    Objects.requireNonNull(option, "option");
    if (!contains((double) value)) {
      throw fault(option, toString(), Long.toString(value));
    }
    return value;
  }

  private boolean contains(double value) {
    return (includesFrom ? value >= from : value > from) && (includesTo ? value <= to : value < to);
  }

  private static IllegalArgumentException fault(String option, String wanted, String got) {
    return new IllegalArgumentException("%s must be %s, got %s".formatted(option, wanted, got));
  }

  /** The range in words, such as "at least 0 and less than 1". */
  @Override
  public String toString() {
    String low = from == Double.NEGATIVE_INFINITY ? "" : above() + text(from);
    String high = to == Double.POSITIVE_INFINITY ? "" : below() + text(to);
    if (low.isEmpty() && high.isEmpty()) {
      return "a finite float";
    }
    if (!low.isEmpty() && !high.isEmpty()) {
      return includesFrom && includesTo
          ? "from %s to %s".formatted(text(from), text(to))
          : low + " and " + high;
    }
    return low + high;
  }

  private String above() {
    return includesFrom ? "at least " : "more than ";
  }

  private String below() {
    return includesTo ? "at most " : "less than ";
  }

  private static String text(double value) {
    return value == (long) value ? Long.toString((long) value) : Double.toString(value);
  }
}

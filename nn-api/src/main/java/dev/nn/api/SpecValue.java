package dev.nn.api;

import java.math.BigDecimal;
import java.util.List;

/**
 * What can stand on the right of an option: a number, {@code true} or {@code false}, {@code none},
 * a quoted text, a list or a spec. A bare word is a {@linkplain Spec spec} without options.
 *
 * <p>{@code toString} gives the canonical text, which {@link #parse} reads back as an equal value.
 */
public sealed interface SpecValue
    permits Spec,
        SpecValue.Decimal,
        SpecValue.Flag,
        SpecValue.None,
        SpecValue.Text,
        SpecValue.Items {

  /**
   * A number, kept exactly as a decimal, so that reading and printing it changes no digit. Numbers
   * of the same value are equal, however they were written: {@code 0.10} equals {@code 1e-1}.
   *
   * @param value at most 40 significant digits and an exponent of at most 400
   */
  record Decimal(BigDecimal value) implements SpecValue {
    private static final int MAX_DIGITS = 40;
    private static final int MAX_EXPONENT = 400;
    static final String RANGE =
        "a number has at most " + MAX_DIGITS + " digits and an exponent of at most " + MAX_EXPONENT;

    /**
     * Creates a number, without the zeros at its end.
     *
     * @throws IllegalArgumentException if the number is out of the range that specs have
     */
    public Decimal {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
      long exponent = (long) value.precision() - value.scale() - 1;
      if (value.precision() > MAX_DIGITS || Math.abs(exponent) > MAX_EXPONENT) {
        throw new IllegalArgumentException(RANGE);
      }
    }

    /**
     * Creates the number with the fewest digits that reads back as the same {@code double}: 0.1,
     * not 0.1000000000000000055511151231257827.
     *
     * @throws IllegalArgumentException if it is infinite or not a number
     */
    public Decimal(double value) {
      this(Decimals.shortest(value));
    }

    /** Creates a whole number. */
    public Decimal(long value) {
      this(BigDecimal.valueOf(value));
    }

    @Override
    public String toString() {
      return Decimals.print(value);
    }
  }

  /**
   * The word {@code true} or {@code false}.
   *
   * @param value which of the two
   */
  record Flag(boolean value) implements SpecValue {
    @Override
    public String toString() {
      return String.valueOf(value);
    }
  }

  /** The word {@code none}: the absence of a value. */
  record None() implements SpecValue {
    @Override
    public String toString() {
      return "none";
    }
  }

  /**
   * A quoted text.
   *
   * @param value the characters between the quotes, without the backslashes
   */
  record Text(String value) implements SpecValue {
    @Override
    public String toString() {
      return Quoting.quote(value);
    }
  }

  /**
   * A list, {@code [a, b, c]}.
   *
   * @param values the items in their order
   */
  record Items(List<SpecValue> values) implements SpecValue {
    /**
     * Creates a list.
     *
     * @throws IllegalArgumentException if lists and specs nest deeper than 32 levels
     */
    public Items {
      values = List.copyOf(values);
      Spec.checkDepth(values);
    }

    @Override
    public String toString() {
      return values.toString();
    }
  }

  /**
   * Reads any value: a number, a flag, {@code none}, a text, a list or a spec.
   *
   * @throws SpecException if the text is none of these; the message quotes the text and marks the
   *     place
   */
  static SpecValue parse(String text) {
    return new SpecParser(text).wholeValue();
  }
}

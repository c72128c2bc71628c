package dev.nn.api.expression;

import dev.nn.api.SpecValue;

/**
 * A number.
 *
 * @param value as the author wrote it; it is rounded to {@code float} before it takes part in the
 *     formula of an activation
 */
public record Constant(double value) implements Expression {
  static final Constant ZERO = new Constant(0);
  static final Constant ONE = new Constant(1);

  /**
   * Creates a number.
   *
   * @throws IllegalArgumentException if it is not finite as a {@code float}
   */
  public Constant {
    if (!Float.isFinite((float) value)) {
      throw new IllegalArgumentException(
          "the numbers of a formula are finite floats, got " + value);
    }
  }

  @Override
  public String toString() {
    return new SpecValue.Decimal(value).toString().replace('-', '−');
  }
}

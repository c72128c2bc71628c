package dev.nn.api.expression;

/**
 * One of two values: {@code then} where the condition is positive, {@code otherwise} where it is
 * not, or is not a number.
 *
 * @param condition what decides
 * @param then the value where it is positive
 * @param otherwise the value elsewhere
 */
public record Choice(Expression condition, Expression then, Expression otherwise)
    implements Expression {
  /** Returns what a choice computes for numbers. */
  public static float of(float condition, float then, float otherwise) {
    return condition > 0 ? then : otherwise;
  }

  /** Returns what a choice computes for numbers. */
  public static double of(double condition, double then, double otherwise) {
    return condition > 0 ? then : otherwise;
  }

  @Override
  public String toString() {
    return Notation.of(this);
  }
}

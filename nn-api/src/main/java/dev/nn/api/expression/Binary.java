package dev.nn.api.expression;

/**
 * An operation on two operands.
 *
 * @param operator which one
 * @param left the first operand
 * @param right the second operand
 */
public record Binary(Operator operator, Expression left, Expression right) implements Expression {
  @Override
  public String toString() {
    return Notation.of(this);
  }
}

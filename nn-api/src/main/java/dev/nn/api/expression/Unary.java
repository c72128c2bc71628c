package dev.nn.api.expression;

/**
 * A function of one argument.
 *
 * @param function which one
 * @param operand its argument
 */
public record Unary(Function function, Expression operand) implements Expression {
  @Override
  public String toString() {
    return Notation.of(this);
  }
}

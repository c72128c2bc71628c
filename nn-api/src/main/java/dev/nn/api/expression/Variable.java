package dev.nn.api.expression;

/**
 * A variable, such as z.
 *
 * @param name how it is printed
 */
public record Variable(String name) implements Expression {
  @Override
  public String toString() {
    return name;
  }
}

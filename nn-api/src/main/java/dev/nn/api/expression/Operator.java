package dev.nn.api.expression;

/** The operations on two operands. */
public enum Operator {
  /** left + right. */
  ADD(" + "),
  /** left − right. */
  SUBTRACT(" − "),
  /** left · right. */
  MULTIPLY("·"),
  /** left / right. */
  DIVIDE(" / "),
  /** The larger of the two; not a number if one of them is not. */
  MAXIMUM("max"),
  /** The smaller of the two; not a number if one of them is not. */
  MINIMUM("min");

  private final String sign;

  Operator(String sign) {
    this.sign = sign;
  }

  /** Returns the sign or the name of the operation, as it is printed. */
  public String sign() {
    return sign;
  }

  /** Returns what the operation computes for numbers. */
  public float of(float left, float right) {
    return switch (this) {
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> left / right;
      case MAXIMUM -> Math.max(left, right);
      case MINIMUM -> Math.min(left, right);
    };
  }

  /** Returns what the operation computes for numbers. */
  public double of(double left, double right) {
    return switch (this) {
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> left / right;
      case MAXIMUM -> Math.max(left, right);
      case MINIMUM -> Math.min(left, right);
    };
  }
}

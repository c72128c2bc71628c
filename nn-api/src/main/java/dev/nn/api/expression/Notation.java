package dev.nn.api.expression;

/** Formulas as people write them, with brackets where they are needed. */
final class Notation {
  private static final int SUM = 1;
  private static final int PRODUCT = 2;
  private static final int SIGN = 3;
  private static final int CALL = 4;

  private Notation() {}

  static String of(Unary unary) {
    return unary.function() == Function.NEGATE
        ? "−" + bracketed(unary.operand(), SIGN)
        : unary.function().symbol() + "(" + unary.operand() + ")";
  }

  static String of(Binary binary) {
    Operator operator = binary.operator();
    int rank = rank(binary);
    if (rank == CALL) {
      return operator.sign() + "(" + binary.left() + ", " + binary.right() + ")";
    }
    boolean isAssociative = operator == Operator.ADD || operator == Operator.MULTIPLY;
    return bracketed(binary.left(), rank)
        + operator.sign()
        + bracketed(binary.right(), isAssociative && rank == SUM ? rank : rank + 1);
  }

  static String of(Choice choice) {
    return "(%s if %s > 0, else %s)"
        .formatted(choice.then(), choice.condition(), choice.otherwise());
  }

  private static String bracketed(Expression operand, int least) {
    return rank(operand) < least ? "(" + operand + ")" : operand.toString();
  }

  private static int rank(Expression expression) {
    if (expression instanceof Unary unary) {
      return unary.function() == Function.NEGATE ? SIGN : CALL;
    }
    if (expression instanceof Binary binary) {
      return switch (binary.operator()) {
        case ADD, SUBTRACT -> SUM;
        case MULTIPLY, DIVIDE -> PRODUCT;
        case MAXIMUM, MINIMUM -> CALL;
      };
    }
    return expression instanceof Constant constant && constant.value() < 0 ? SIGN : CALL;
  }
}

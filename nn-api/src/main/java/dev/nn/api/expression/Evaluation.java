package dev.nn.api.expression;

/** Computes a formula by walking its tree: slow, and the specification of all faster ways. */
final class Evaluation {
  private Evaluation() {}

  static float at(Expression expression, float x) {
    if (expression instanceof Constant constant) {
      return (float) constant.value();
    }
    if (expression instanceof Unary unary) {
      return unary.function().of(at(unary.operand(), x));
    }
    if (expression instanceof Binary binary) {
      return binary.operator().of(at(binary.left(), x), at(binary.right(), x));
    }
    if (expression instanceof Choice choice) {
      return Choice.of(at(choice.condition(), x), at(choice.then(), x), at(choice.otherwise(), x));
    }
    return x;
  }

  /** Computes with doubles; each variable but the second one has the value x. */
  static double at(Expression expression, double x, Expression second, double y) {
    if (expression instanceof Constant constant) {
      return constant.value();
    }
    if (expression instanceof Unary unary) {
      return unary.function().of(at(unary.operand(), x, second, y));
    }
    if (expression instanceof Binary binary) {
      return binary
          .operator()
          .of(at(binary.left(), x, second, y), at(binary.right(), x, second, y));
    }
    if (expression instanceof Choice choice) {
      return Choice.of(
          at(choice.condition(), x, second, y),
          at(choice.then(), x, second, y),
          at(choice.otherwise(), x, second, y));
    }
    return expression.equals(second) ? y : x;
  }
}

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
}

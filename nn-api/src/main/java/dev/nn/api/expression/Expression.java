package dev.nn.api.expression;

/**
 * A formula of one or more variables, as a tree of values.
 *
 * <pre>{@code
 * Expression z = Expression.variable("z");
 * Expression g = z.times(z.plus(0.5).tanh());
 * g.toString();   // z·tanh(z + 0.5)
 * g.at(1);        // 0.9051482
 * g.derivative(); // tanh(z + 0.5) + z·(1 − tanh(z + 0.5)·tanh(z + 0.5))
 * }</pre>
 *
 * <p>In activations, all arithmetic is that of {@code float}, in the order in which the formula is
 * written: {@code z.times(2).plus(y)} has the bits of {@code z * 2 + y}. The functions are those of
 * {@link dev.nn.math.FloatMath}, so results are the same bits on every machine. Numbers are rounded
 * to {@code float} before they take part.
 *
 * <p>In losses it is that of {@code double}, and the functions are those of {@link StrictMath} and
 * {@link dev.nn.math.DoubleMath}.
 *
 * <p>The formula is computed as it stands. Where a sum would cancel or a power overflow, the author
 * has to write it in another form, as in any program: {@code z.expm1()} instead of {@code
 * z.exp().minus(1)}, and {@code z.min(0).exp()} in a branch that is meant for negative z.
 */
public sealed interface Expression permits Variable, Constant, Unary, Binary, Choice {

  /** Returns a variable of the given name. */
  static Expression variable(String name) {
    return new Variable(name);
  }

  /**
   * Returns a number.
   *
   * @throws IllegalArgumentException if it is not finite as a {@code float}
   */
  static Expression constant(double value) {
    return new Constant(value);
  }

  /** Returns this + other. */
  default Expression plus(Expression other) {
    return new Binary(Operator.ADD, this, other);
  }

  /** Returns this + number. */
  default Expression plus(double number) {
    return plus(constant(number));
  }

  /** Returns this − other. */
  default Expression minus(Expression other) {
    return new Binary(Operator.SUBTRACT, this, other);
  }

  /** Returns this − number. */
  default Expression minus(double number) {
    return minus(constant(number));
  }

  /** Returns this · other. */
  default Expression times(Expression other) {
    return new Binary(Operator.MULTIPLY, this, other);
  }

  /** Returns this · number. */
  default Expression times(double number) {
    return times(constant(number));
  }

  /** Returns this / other. */
  default Expression dividedBy(Expression other) {
    return new Binary(Operator.DIVIDE, this, other);
  }

  /** Returns this / number. */
  default Expression dividedBy(double number) {
    return dividedBy(constant(number));
  }

  /**
   * Returns the larger of the two. Where both are equal, the derivative is that of {@code other},
   * so that {@code z.max(0)} has the derivative 0 at 0, as relu does.
   */
  default Expression max(Expression other) {
    return new Binary(Operator.MAXIMUM, this, other);
  }

  /** Returns the larger of this and a number; where both are equal, the derivative is 0. */
  default Expression max(double number) {
    return max(constant(number));
  }

  /** Returns the smaller of the two. Where both are equal, the derivative is that of the other. */
  default Expression min(Expression other) {
    return new Binary(Operator.MINIMUM, this, other);
  }

  /** Returns the smaller of this and a number; where both are equal, the derivative is 0. */
  default Expression min(double number) {
    return min(constant(number));
  }

  /**
   * Returns a choice: the first where this is positive, the other elsewhere. Both are computed at
   * every place, and the derivative at 0 is that of {@code otherwise}.
   *
   * <pre>{@code
   * z.ifPositive(z, z.min(0).expm1()) // elu
   * }</pre>
   */
  default Expression ifPositive(Expression then, Expression otherwise) {
    return new Choice(this, then, otherwise);
  }

  /** Returns this · this · … · this, multiplied from the left. */
  default Expression power(int exponent) {
    if (exponent < 1) {
      throw new IllegalArgumentException("an exponent is at least 1, got " + exponent);
    }
    Expression power = this;
    for (int i = 1; i < exponent; i++) {
      power = power.times(this);
    }
    return power;
  }

  /** Returns −this. */
  default Expression negate() {
    return new Unary(Function.NEGATE, this);
  }

  /** Returns |this|. The derivative at 0 is −1, that of the left side. */
  default Expression abs() {
    return new Unary(Function.ABSOLUTE, this);
  }

  /** Returns √this. */
  default Expression sqrt() {
    return new Unary(Function.SQUARE_ROOT, this);
  }

  /** Returns e<sup>this</sup>. */
  default Expression exp() {
    return new Unary(Function.EXP, this);
  }

  /** Returns e<sup>this</sup> − 1, without cancellation near 0. */
  default Expression expm1() {
    return new Unary(Function.EXPM1, this);
  }

  /** Returns the natural logarithm. */
  default Expression log() {
    return new Unary(Function.LOG, this);
  }

  /** Returns log(1 + this), without cancellation near 0. */
  default Expression log1p() {
    return new Unary(Function.LOG1P, this);
  }

  /** Returns the hyperbolic tangent. */
  default Expression tanh() {
    return new Unary(Function.TANH, this);
  }

  /** Returns the logistic function 1/(1 + e<sup>−this</sup>). */
  default Expression sigmoid() {
    return new Unary(Function.SIGMOID, this);
  }

  /** Returns log(1 + e<sup>this</sup>), which neither overflows nor cancels. */
  default Expression softplus() {
    return new Unary(Function.SOFTPLUS, this);
  }

  /** Returns log(cosh(this)), which neither overflows nor cancels. Its derivative is tanh. */
  default Expression logCosh() {
    return new Unary(Function.LOG_COSH, this);
  }

  /** Returns the error function. */
  default Expression erf() {
    return new Unary(Function.ERF, this);
  }

  /** Returns Φ(this), the standard normal distribution function. */
  default Expression normalCdf() {
    return new Unary(Function.NORMAL_CDF, this);
  }

  /** Returns 1 where this is positive and 0 elsewhere; its derivative is 0. */
  default Expression step() {
    return new Unary(Function.STEP, this);
  }

  /**
   * Returns the value for a number in the place of every variable. It walks the tree; the engine
   * does not, for it compiles the formulas of activations.
   */
  default float at(float x) {
    return Evaluation.at(this, x);
  }

  /**
   * Returns the derivative, as if all variables were one. It is found by the rules of calculus and
   * simplified. At a kink it is one of the one-sided derivatives.
   */
  default Expression derivative() {
    return new Differentiation(Terms.OF_FLOATS, null).of(this);
  }

  /**
   * Returns the partial derivative by one variable, for arithmetic of {@code double}.
   *
   * @param variable as {@link #variable} made it
   */
  default Expression derivative(Expression variable) {
    return new Differentiation(Terms.OF_DOUBLES, variable).of(this);
  }
}

package dev.nn.api.expression;

/**
 * Makes the terms of derivatives, without those that calculus leaves behind: zero terms, factors of
 * one, and sums that cancel.
 */
final class Terms {
  /** Terms that are computed with {@code float}. */
  static final Terms OF_FLOATS = new Terms(false);

  /** Terms that are computed with {@code double}. */
  static final Terms OF_DOUBLES = new Terms(true);

  private final boolean isDouble;

  private Terms(boolean isDouble) {
    this.isDouble = isDouble;
  }

  Expression sum(Expression a, Expression b) {
    if (isConstant(a, 0)) {
      return b;
    }
    if (isConstant(b, 0)) {
      return a;
    }
    return folded(Operator.ADD, a, b);
  }

  /** x − x is 0, (x + y) − y is x, and x − (x − y) is y. */
  Expression difference(Expression a, Expression b) {
    if (isConstant(b, 0)) {
      return a;
    }
    if (isConstant(a, 0)) {
      return negative(b);
    }
    if (a.equals(b)) {
      return Constant.ZERO;
    }
    if (a instanceof Binary sum && sum.operator() == Operator.ADD) {
      if (sum.right().equals(b)) {
        return sum.left();
      }
      if (sum.left().equals(b)) {
        return sum.right();
      }
    }
    if (b instanceof Binary inner
        && inner.operator() == Operator.SUBTRACT
        && inner.left().equals(a)) {
      return inner.right();
    }
    return folded(Operator.SUBTRACT, a, b);
  }

  /** x·sign(x) is |x|, |x|·sign(x) is x, and numbers go last: x·(y·2) is (x·y)·2. */
  Expression product(Expression a, Expression b) {
    if (isConstant(a, 0) || isConstant(b, 0)) {
      return Constant.ZERO;
    }
    if (isConstant(a, 1)) {
      return b;
    }
    if (isConstant(b, 1)) {
      return a;
    }
    if (isConstant(a, -1)) {
      return negative(b);
    }
    if (isConstant(b, -1)) {
      return negative(a);
    }
    if (a instanceof Unary size
        && size.function() == Function.ABSOLUTE
        && isSignOf(b, size.operand())) {
      return size.operand();
    }
    if (isSignOf(a, b)) {
      return b.abs();
    }
    if (isSignOf(b, a)) {
      return a.abs();
    }
    if (b instanceof Binary inner && isMultiple(inner)) {
      return product(product(a, inner.left()), inner.right());
    }
    if (a instanceof Binary inner && isMultiple(inner) && !(b instanceof Constant)) {
      return product(product(inner.left(), b), inner.right());
    }
    if (a instanceof Constant && !(b instanceof Constant)) {
      return folded(Operator.MULTIPLY, b, a);
    }
    return folded(Operator.MULTIPLY, a, b);
  }

  private static boolean isMultiple(Binary product) {
    return product.operator() == Operator.MULTIPLY
        && product.right() instanceof Constant
        && !(product.left() instanceof Constant);
  }

  /** A quotient of doubles (x·y)/y is x. */
  Expression quotient(Expression a, Expression b) {
    if (isConstant(a, 0)) {
      return Constant.ZERO;
    }
    if (isDouble
        && a instanceof Binary multiple
        && isMultiple(multiple)
        && multiple.right().equals(b)) {
      return multiple.left();
    }
    return isConstant(b, 1) ? a : folded(Operator.DIVIDE, a, b);
  }

  static Expression negative(Expression a) {
    if (a instanceof Unary unary && unary.function() == Function.NEGATE) {
      return unary.operand();
    }
    return a instanceof Constant constant ? new Constant(-constant.value()) : a.negate();
  }

  /** Between two numbers, sums of steps choose without a jump. */
  Expression choice(Expression condition, Expression then, Expression otherwise) {
    if (then.equals(otherwise)) {
      return then;
    }
    if (then instanceof Constant && otherwise instanceof Constant) {
      Expression step = condition.step();
      return sum(product(step, then), product(difference(Constant.ONE, step), otherwise));
    }
    return new Choice(condition, then, otherwise);
  }

  /** 1 where u is more than a number. What bounds u on the far side of the number plays no part. */
  Expression isMore(Expression u, Constant number) {
    return u instanceof Binary bounded
            && bounded.operator() == Operator.MINIMUM
            && bound(bounded) > number.value()
        ? isMore(bounded(bounded), number)
        : difference(u, number).step();
  }

  /** 1 where u is less than a number. */
  Expression isLess(Expression u, Constant number) {
    return u instanceof Binary bounded
            && bounded.operator() == Operator.MAXIMUM
            && bound(bounded) < number.value()
        ? isLess(bounded(bounded), number)
        : difference(number, u).step();
  }

  /** The number among the two operands, or NaN if there is none. */
  private static double bound(Binary bounded) {
    if (bounded.right() instanceof Constant right) {
      return right.value();
    }
    return bounded.left() instanceof Constant left ? left.value() : Double.NaN;
  }

  private static Expression bounded(Binary bounded) {
    return bounded.right() instanceof Constant ? bounded.left() : bounded.right();
  }

  boolean isConstant(Expression a, float value) {
    return a instanceof Constant constant
        && (isDouble ? constant.value() == value : (float) constant.value() == value);
  }

  private static boolean isSignOf(Expression sign, Expression of) {
    return sign instanceof Unary unary
        && unary.function() == Function.SIGN
        && unary.operand().equals(of);
  }

  private Expression folded(Operator operator, Expression a, Expression b) {
    if (a instanceof Constant left && b instanceof Constant right) {
      double result =
          isDouble
              ? operator.of(left.value(), right.value())
              : operator.of((float) left.value(), (float) right.value());
      if (Float.isFinite((float) result)) {
        return new Constant(result);
      }
    }
    return new Binary(operator, a, b);
  }
}

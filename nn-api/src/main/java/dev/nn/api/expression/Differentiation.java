package dev.nn.api.expression;

import static dev.nn.api.expression.Terms.difference;
import static dev.nn.api.expression.Terms.negative;
import static dev.nn.api.expression.Terms.product;
import static dev.nn.api.expression.Terms.quotient;
import static dev.nn.api.expression.Terms.sum;

import java.util.IdentityHashMap;

/**
 * Derivatives by the rules of calculus, in the forms that the built-in activations have: that of
 * tanh is 1 − tanh², and that of the logistic function σ·(1 − σ). Each node is treated once,
 * however often it occurs.
 */
final class Differentiation {
  private static final double TWO_BY_ROOT_PI = 1.1283791670955126;
  private static final double ONE_BY_ROOT_2_PI = 0.3989422804014327;

  private final IdentityHashMap<Expression, Expression> known = new IdentityHashMap<>();

  Expression of(Expression f) {
    Expression derivative = known.get(f);
    if (derivative == null) {
      derivative = derive(f);
      known.put(f, derivative);
    }
    return derivative;
  }

  private Expression derive(Expression f) {
    if (f instanceof Variable) {
      return Constant.ONE;
    }
    if (f instanceof Constant) {
      return Constant.ZERO;
    }
    if (f instanceof Unary unary) {
      Expression inner = of(unary.operand());
      return Terms.isConstant(inner, 0) ? Constant.ZERO : chain(unary, inner);
    }
    if (f instanceof Choice choice) {
      return Terms.choice(choice.condition(), of(choice.then()), of(choice.otherwise()));
    }
    Binary binary = (Binary) f;
    Expression u = binary.left();
    Expression v = binary.right();
    return switch (binary.operator()) {
      case ADD -> sum(of(u), of(v));
      case SUBTRACT -> difference(of(u), of(v));
      case MULTIPLY ->
          u.equals(v)
              ? product(product(new Constant(2), u), of(u))
              : sum(product(of(u), v), product(u, of(v)));
      case DIVIDE -> ofQuotient(f, u, v);
      case MAXIMUM -> ofLarger(u, v);
      case MINIMUM -> ofSmaller(u, v);
    };
  }

  /**
   * (u′v − uv′)/v². If the numerator comes out as a number, nothing cancels in it; else (u′ −
   * f·v′)/v, whose denominator does not overflow.
   */
  private Expression ofQuotient(Expression f, Expression u, Expression v) {
    Expression dv = of(v);
    if (Terms.isConstant(dv, 0)) {
      return quotient(of(u), v);
    }
    if (difference(product(of(u), v), product(u, dv)) instanceof Constant numerator) {
      Expression inverse = quotient(Constant.ONE, v);
      return product(product(inverse, inverse), numerator);
    }
    return quotient(difference(of(u), product(f, dv)), v);
  }

  /** A number has no derivative, so a product with a step is enough where one side is one. */
  private Expression ofLarger(Expression u, Expression v) {
    if (v instanceof Constant number) {
      return product(Terms.isMore(u, number), of(u));
    }
    if (u instanceof Constant number) {
      return product(Terms.isMore(v, number), of(v));
    }
    return Terms.choice(difference(u, v), of(u), of(v));
  }

  private Expression ofSmaller(Expression u, Expression v) {
    if (v instanceof Constant number) {
      return product(Terms.isLess(u, number), of(u));
    }
    if (u instanceof Constant number) {
      return product(Terms.isLess(v, number), of(v));
    }
    return Terms.choice(difference(v, u), of(u), of(v));
  }

  private static Expression chain(Unary f, Expression du) {
    Expression u = f.operand();
    return switch (f.function()) {
      case NEGATE -> negative(du);
      case ABSOLUTE -> product(new Unary(Function.SIGN, u), du);
      case SQUARE_ROOT -> product(quotient(new Constant(0.5), f), du);
      case EXP -> product(f, du);
      case EXPM1 -> product(f.plus(1), du);
      case LOG -> quotient(du, u);
      case LOG1P -> quotient(du, sum(Constant.ONE, u));
      case TANH -> product(difference(Constant.ONE, f.times(f)), du);
      case SIGMOID -> product(f.times(difference(Constant.ONE, f)), du);
      case SOFTPLUS -> product(u.sigmoid(), du);
      case ERF -> product(u.times(u).negate().exp().times(TWO_BY_ROOT_PI), du);
      case NORMAL_CDF -> product(u.times(-0.5).times(u).exp().times(ONE_BY_ROOT_2_PI), du);
      case STEP, SIGN -> Constant.ZERO;
    };
  }
}

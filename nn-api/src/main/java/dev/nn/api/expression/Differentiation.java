package dev.nn.api.expression;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Derivatives by the rules of calculus, in the forms that the built-in activations have: that of
 * tanh is 1 − tanh², and that of the logistic function σ·(1 − σ). Each node is treated once,
 * however often it occurs.
 */
final class Differentiation {
  private static final double TWO_BY_ROOT_PI = 1.1283791670955126;
  private static final double ONE_BY_ROOT_2_PI = 0.3989422804014327;

  private final IdentityHashMap<Expression, Expression> known = new IdentityHashMap<>();

  private final Terms terms;
  private final @Nullable Expression variable;

  /**
   * @param variable the variable to differentiate by, or null to treat all as one
   */
  Differentiation(Terms terms, @Nullable Expression variable) {
    this.terms = terms;
    this.variable = variable;
  }

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
      return variable == null || variable.equals(f) ? Constant.ONE : Constant.ZERO;
    }
    if (f instanceof Constant) {
      return Constant.ZERO;
    }
    if (f instanceof Unary unary) {
      Expression inner = of(unary.operand());
      return terms.isConstant(inner, 0) ? Constant.ZERO : chain(unary, inner);
    }
    if (f instanceof Choice choice) {
      return terms.choice(choice.condition(), of(choice.then()), of(choice.otherwise()));
    }
    Binary binary = (Binary) f;
    Expression u = binary.left();
    Expression v = binary.right();
    return switch (binary.operator()) {
      case ADD -> terms.sum(of(u), of(v));
      case SUBTRACT -> terms.difference(of(u), of(v));
      case MULTIPLY ->
          u.equals(v)
              ? terms.product(terms.product(new Constant(2), u), of(u))
              : terms.sum(terms.product(of(u), v), terms.product(u, of(v)));
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
    if (terms.isConstant(dv, 0)) {
      return terms.quotient(of(u), v);
    }
    if (terms.difference(terms.product(of(u), v), terms.product(u, dv))
        instanceof Constant numerator) {
      Expression inverse = terms.quotient(Constant.ONE, v);
      return terms.product(terms.product(inverse, inverse), numerator);
    }
    return terms.quotient(terms.difference(of(u), terms.product(f, dv)), v);
  }

  /** A number has no derivative, so a product with a step is enough where one side is one. */
  private Expression ofLarger(Expression u, Expression v) {
    if (v instanceof Constant number) {
      return terms.product(terms.isMore(u, number), of(u));
    }
    if (u instanceof Constant number) {
      return terms.product(terms.isMore(v, number), of(v));
    }
    return terms.choice(terms.difference(u, v), of(u), of(v));
  }

  private Expression ofSmaller(Expression u, Expression v) {
    if (v instanceof Constant number) {
      return terms.product(terms.isLess(u, number), of(u));
    }
    if (u instanceof Constant number) {
      return terms.product(terms.isLess(v, number), of(v));
    }
    return terms.choice(terms.difference(v, u), of(u), of(v));
  }

  private Expression chain(Unary f, Expression du) {
    Expression u = f.operand();
    return switch (f.function()) {
      case NEGATE -> Terms.negative(du);
      case ABSOLUTE -> terms.product(new Unary(Function.SIGN, u), du);
      case SQUARE_ROOT -> terms.product(terms.quotient(new Constant(0.5), f), du);
      case EXP -> terms.product(f, du);
      case EXPM1 -> terms.product(f.plus(1), du);
      case LOG -> terms.quotient(du, u);
      case LOG1P -> terms.quotient(du, terms.sum(Constant.ONE, u));
      case TANH -> terms.product(terms.difference(Constant.ONE, f.times(f)), du);
      case SIGMOID -> terms.product(f.times(terms.difference(Constant.ONE, f)), du);
      case SOFTPLUS -> terms.product(u.sigmoid(), du);
      case LOG_COSH -> terms.product(u.tanh(), du);
      case ERF -> terms.product(u.times(u).negate().exp().times(TWO_BY_ROOT_PI), du);
      case NORMAL_CDF -> terms.product(u.times(-0.5).times(u).exp().times(ONE_BY_ROOT_2_PI), du);
      case STEP, SIGN -> Constant.ZERO;
    };
  }
}

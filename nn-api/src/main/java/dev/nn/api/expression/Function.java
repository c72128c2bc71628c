package dev.nn.api.expression;

import dev.nn.math.DoubleMath;
import dev.nn.math.FloatMath;

/** The functions of one argument. */
public enum Function {
  /** −x. */
  NEGATE("−"),
  /** |x|. */
  ABSOLUTE("abs"),
  /** √x. */
  SQUARE_ROOT("√"),
  /** e<sup>x</sup>. */
  EXP("exp"),
  /** e<sup>x</sup> − 1. */
  EXPM1("expm1"),
  /** The natural logarithm. */
  LOG("log"),
  /** log(1 + x). */
  LOG1P("log1p"),
  /** The hyperbolic tangent. */
  TANH("tanh"),
  /** 1/(1 + e<sup>−x</sup>). */
  SIGMOID("sigmoid"),
  /** log(1 + e<sup>x</sup>). */
  SOFTPLUS("softplus"),
  /** log(cosh(x)). */
  LOG_COSH("log_cosh"),
  /** The error function. */
  ERF("erf"),
  /** The standard normal distribution function. */
  NORMAL_CDF("Φ"),
  /** 1 where x is positive, 0 elsewhere. */
  STEP("step"),
  /** 1 where x is positive, −1 elsewhere. */
  SIGN("sign");

  private final String symbol;

  Function(String symbol) {
    this.symbol = symbol;
  }

  /** Returns the name of the function, as it is printed. */
  public String symbol() {
    return symbol;
  }

  /** Returns what the function computes for a number. */
  public float of(float x) {
    return switch (this) {
      case NEGATE -> -x;
      case ABSOLUTE -> Math.abs(x);
      case SQUARE_ROOT -> (float) Math.sqrt(x);
      case EXP -> FloatMath.exp(x);
      case EXPM1 -> FloatMath.expm1(x);
      case LOG -> FloatMath.log(x);
      case LOG1P -> FloatMath.log1p(x);
      case TANH -> FloatMath.tanh(x);
      case SIGMOID -> FloatMath.sigmoid(x);
      case SOFTPLUS -> FloatMath.softplus(x);
      case LOG_COSH -> (float) DoubleMath.logCosh(x);
      case ERF -> FloatMath.erf(x);
      case NORMAL_CDF -> FloatMath.normalCdf(x);
      case STEP -> FloatMath.step(x);
      case SIGN -> 2 * FloatMath.step(x) - 1;
    };
  }

  /**
   * Returns what the function computes for a {@code double}. Those of the normal distribution have
   * the accuracy of {@code float}.
   */
  public double of(double x) {
    return switch (this) {
      case NEGATE -> -x;
      case ABSOLUTE -> Math.abs(x);
      case SQUARE_ROOT -> Math.sqrt(x);
      case EXP -> StrictMath.exp(x);
      case EXPM1 -> StrictMath.expm1(x);
      case LOG -> StrictMath.log(x);
      case LOG1P -> StrictMath.log1p(x);
      case TANH -> StrictMath.tanh(x);
      case SIGMOID -> DoubleMath.sigmoid(x);
      case SOFTPLUS -> DoubleMath.softplus(x);
      case LOG_COSH -> DoubleMath.logCosh(x);
      case ERF -> FloatMath.erf((float) x);
      case NORMAL_CDF -> FloatMath.normalCdf((float) x);
      case STEP -> DoubleMath.step(x);
      case SIGN -> DoubleMath.sign(x);
    };
  }
}

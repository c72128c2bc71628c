package dev.nn.math;

/**
 * Elementary functions of {@code float}, with the same bits on every machine and every JDK.
 *
 * <p>They use +, −, ×, ÷, {@link Math#fma(float, float, float)} and operations on bits only, each of
 * which IEEE 754 fixes to the last bit; {@link Math#exp} and its like may differ between machines.
 * For every float from −∞ to ∞, denormal results included, a result lies within the bound of its
 * function, measured in units in the last place (ulp) of the exact value. Limits are exact (e^−∞ =
 * 0), odd functions keep the sign of zero, and NaN gives NaN.
 *
 * <p>The methods follow the usual course: bring the argument to a short interval (Cody and Waite,
 * <i>Software Manual for the Elementary Functions</i>, 1980), evaluate a polynomial there, put the
 * exponent back. The polynomials are our own minimax fits by the Remez exchange algorithm; the
 * script {@code src/test/scripts/fit_polynomials.py} made them.
 */
public final class FloatMath {
  private FloatMath() {}

  /** e<sup>x</sup>, within 1 ulp: 0 below −104, ∞ above 88.73. */
  public static float exp(float x) {
    return Exponentials.exp(x);
  }

  /** e<sup>x</sup> − 1 without cancellation near 0, within 1.5 ulp. */
  public static float expm1(float x) {
    return Exponentials.expm1(x);
  }

  /** The natural logarithm, within 1 ulp: −∞ for ±0, NaN for x &lt; 0. */
  public static float log(float x) {
    return Logarithms.log(x);
  }

  /** log(1 + x) without cancellation near 0, within 1 ulp: −∞ for −1, NaN for x &lt; −1. */
  public static float log1p(float x) {
    return Logarithms.log1p(x);
  }

  /** The hyperbolic tangent (e<sup>x</sup> − e<sup>−x</sup>)/(e<sup>x</sup> + e<sup>−x</sup>). */
  public static float tanh(float x) {
    return Exponentials.tanh(x);
  }

  /** The logistic function σ(x) = 1/(1 + e<sup>−x</sup>). */
  public static float sigmoid(float x) {
    return Exponentials.sigmoid(x);
  }

  /** log(1 + e<sup>x</sup>), a smooth max(x, 0); its derivative is σ(x). */
  public static float softplus(float x) {
    return Exponentials.softplus(x);
  }

  /** The error function erf(x) = 2/√π · ∫₀ˣ e<sup>−t²</sup> dt. */
  public static float erf(float x) {
    return ErrorFunctions.erf(x);
  }

  /** erfc(x) = 1 − erf(x) without cancellation for large x. */
  public static float erfc(float x) {
    return ErrorFunctions.erfc(x);
  }

  /** The standard normal distribution function Φ(x) = ½·erfc(−x/√2). */
  public static float normalCdf(float x) {
    return ErrorFunctions.normalCdf(x);
  }
}

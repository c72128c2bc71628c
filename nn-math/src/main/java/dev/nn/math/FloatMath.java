package dev.nn.math;

/**
 * Elementary functions of {@code float}, with the same bits on every machine and every JDK.
 *
 * <p>They use +, −, ×, ÷, {@link #fma} and operations on bits only, each of which IEEE 754 fixes to
 * the last bit; {@link Math#exp} and its like may differ between machines. For every float from −∞
 * to ∞, denormal results included, a result lies within the bound of its function, measured in
 * units in the last place (ulp) of the exact value. Limits are exact (e^−∞ = 0), functions through
 * the origin keep the sign of zero, and NaN gives NaN.
 *
 * <p>The methods follow the usual course: bring the argument to a short interval (Cody and Waite,
 * <i>Software Manual for the Elementary Functions</i>, 1980), evaluate a polynomial there, put the
 * exponent back. {@link #tanh} does without the operations on bits, so that the JIT compiler makes
 * vectors of a loop that calls it. The polynomials are our own minimax fits by the Remez exchange
 * algorithm; the script {@code src/test/scripts/fit_polynomials.py} made them.
 */
public final class FloatMath {
  private FloatMath() {}

  /**
   * a·b + c, rounded once at the end instead of after each operation: the bits of {@link
   * Math#fma(float, float, float)} for all floats, and where there is an instruction for it,
   * nothing but that.
   *
   * <p>Some old processors have none, and some virtual machines hide it. {@code Math.fma} computes
   * with decimal numbers there, a thousand times slower; this method takes about ten ordinary
   * operations instead. So it is the one to call in a plugin's inner loops:
   *
   * <pre>{@code
   * for (int j = 0; j < length; j++) {
   *   sum = FloatMath.fma(x[j], y[j], sum);
   * }
   * }</pre>
   */
  public static float fma(float a, float b, float c) {
    return Fma.fma(a, b, c);
  }

  /**
   * Whether {@link #fma} is an instruction of this processor. Where it is not, a warning is logged
   * when the first function of this class is used; results are the same, but slower to come by.
   */
  public static boolean hasFmaInstruction() {
    return Fma.HARDWARE;
  }

  /** e<sup>x</sup>, within 0.8 ulp: 0 from −104 down, ∞ from 88.73 up. */
  public static float exp(float x) {
    return Exponentials.exp(x);
  }

  /**
   * Returns e<sup>x</sup> − 1, within 1.1 ulp. Where x is small, {@code exp(x) - 1} would lose most
   * of its digits to cancellation; this does not.
   */
  public static float expm1(float x) {
    return Exponentials.expm1(x);
  }

  /** Returns the natural logarithm, within 0.9 ulp. It is −∞ for ±0 and NaN for x &lt; 0. */
  public static float log(float x) {
    return Logarithms.log(x);
  }

  /**
   * Returns log(1 + x), within 0.95 ulp, without the digits that {@code log(1 + x)} loses where x
   * is small. It is −∞ for −1 and NaN for x &lt; −1.
   */
  public static float log1p(float x) {
    return Logarithms.log1p(x);
  }

  /**
   * Returns the hyperbolic tangent (e<sup>x</sup> − e<sup>−x</sup>)/(e<sup>x</sup> +
   * e<sup>−x</sup>), which lies in [−1, 1], within 2.2 ulp.
   */
  public static float tanh(float x) {
    return HyperbolicTangent.of(x);
  }

  /**
   * Returns the logistic function σ(x) = 1/(1 + e<sup>−x</sup>), which lies in [0, 1], within 1.5
   * ulp, also where it is tiny. So 1 − σ(x) is best computed as {@code sigmoid(-x)}.
   */
  public static float sigmoid(float x) {
    return Exponentials.sigmoid(x);
  }

  /**
   * Returns log(1 + e<sup>x</sup>), within 1.6 ulp, also where it is tiny. It is a smooth max(x,
   * 0), and its derivative is {@link #sigmoid σ(x)}.
   */
  public static float softplus(float x) {
    return Exponentials.softplus(x);
  }

  /**
   * Returns the error function 2/√π · ∫₀ˣ e<sup>−t²</sup> dt, which lies in [−1, 1], within 0.51
   * ulp.
   */
  public static float erf(float x) {
    return ErrorFunctions.erf(x);
  }

  /**
   * Returns 1 − erf(x), which lies in [0, 2], within 0.51 ulp, without the digits that {@code 1 -
   * erf(x)} loses for large x.
   */
  public static float erfc(float x) {
    return ErrorFunctions.erfc(x);
  }

  /**
   * Returns the standard normal distribution function Φ(x) = ½·erfc(−x/√2), which lies in [0, 1],
   * within 0.51 ulp, also where it is tiny. The activation GELU is x·Φ(x).
   */
  public static float normalCdf(float x) {
    return ErrorFunctions.normalCdf(x);
  }

  /**
   * Returns the unit step: 1 for x &gt; 0, 0 for x ≤ 0 and NaN for NaN. The result is exact.
   *
   * <p>It serves to write functions that are defined piece by piece: {@code step(z)} is the
   * derivative of {@code Math.max(z, 0)}, and {@code step(z + 1) * step(1 - z)} is 1 between −1 and
   * 1 and 0 elsewhere. There is no jump in it, so the JIT compiler makes vectors of a loop that
   * calls it. With {@code z > 0 ? 1 : 0}, where the signs are random, such a loop takes five times
   * as long.
   */
  public static float step(float x) {
    // Two factors lift the least denormal above 1.
    return Math.min(Math.max(x * 0x1p126f * 0x1p126f, 0), 1);
  }
}

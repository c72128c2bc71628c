package dev.nn.math;

/**
 * Elementary functions of {@code double} that losses are made of, with the same bits on every
 * machine: they are those of {@link StrictMath} and what follows from them. Where NaN goes in, NaN
 * comes out.
 */
public final class DoubleMath {
  private DoubleMath() {}

  /** Returns the logistic function 1/(1 + e<sup>−x</sup>), which does not overflow. */
  public static double sigmoid(double x) {
    double e = StrictMath.exp(-Math.abs(x));
    return (x < 0 ? e : 1) / (1 + e);
  }

  /** Returns log(1 + e<sup>x</sup>), which neither overflows nor cancels. */
  public static double softplus(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }

  /**
   * Returns log(cosh(x)), which is like x²/2 near 0 and like |x| − log 2 far from it, and neither
   * overflows nor cancels near 0.
   */
  public static double logCosh(double x) {
    double size = Math.abs(x);
    return size + StrictMath.log1p(StrictMath.expm1(-2 * size) / 2);
  }

  /** Returns 1 for x &gt; 0, 0 for x ≤ 0 and NaN for NaN. */
  public static double step(double x) {
    if (x > 0) {
      return 1;
    }
    return x <= 0 ? 0 : x;
  }

  /** Returns 1 for x &gt; 0, −1 for x ≤ 0 and NaN for NaN. */
  public static double sign(double x) {
    return 2 * step(x) - 1;
  }
}

package dev.nn.math;

/**
 * A normal deviate as √2·erf⁻¹(x) of a uniform x in (−1, 1), after Giles, <i>Approximating the
 * erfinv function</i>, 2010: x times a polynomial in w = −log(1 − x²), and in √w for the tails. The
 * polynomials are our own, made by {@code src/test/scripts/fit_polynomials.py}.
 */
final class NormalQuantile {
  private NormalQuantile() {}

  /**
   * The lowest bit is the sign, the other 63 are 1 − |x|, so that the tails are as fine as floats.
   */
  static float deviate(long bits) {
    float gap = (bits >>> 1 | 1) * 0x1p-63f;
    float w = -FloatMath.log(gap * (2 - gap));
    float magnitude = (1 - gap) * (w < 6 ? central(w) : tail((float) Math.sqrt(w)));
    // Not a choice: the sign is random, and a jump on it would be mispredicted half the time.
    return Float.intBitsToFloat(Float.floatToRawIntBits(magnitude) ^ (int) bits << 31);
  }

  private static float central(float w) {
    float p = 4.7375914e-07f;
    p = Fma.fma(p, w, -1.2719314e-05f);
    p = Fma.fma(p, w, 0.00012254137f);
    p = Fma.fma(p, w, -0.00029172216f);
    p = Fma.fma(p, w, -0.0031881153f);
    p = Fma.fma(p, w, 0.016279746f);
    p = Fma.fma(p, w, 0.32812348f);
    return Fma.fma(p, w, 1.2533146f);
  }

  private static float tail(float s) {
    float p = 1.1571738e-05f;
    p = Fma.fma(p, s, -0.00045269637f);
    p = Fma.fma(p, s, 0.007684599f);
    p = Fma.fma(p, s, -0.07396632f);
    p = Fma.fma(p, s, 0.44195193f);
    p = Fma.fma(p, s, -1.6814867f);
    p = Fma.fma(p, s, 3.9895768f);
    p = Fma.fma(p, s, -3.9916406f);
    return Fma.fma(p, s, 2.9630568f);
  }
}

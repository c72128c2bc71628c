package dev.nn.math;

/**
 * The error function, its complement and the normal distribution function.
 *
 * <p>Inside they compute in {@code double}: e^(−x²) multiplies the relative error of x² by x², and
 * floats would need twice the operations to make up for it.
 */
final class ErrorFunctions {
  /** Adding and subtracting 1.5·2⁵² rounds a small double to an integer, ties to even. */
  private static final double ROUND = 0x1.8p52;

  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN2 = 0.6931471805599453;
  private static final double SQRT_HALF = 0.7071067811865476;

  /** erfc(11) is far below the smallest float. */
  private static final double BOUND = 11;

  private ErrorFunctions() {}

  static float erf(float x) {
    double a = Math.min(Math.abs((double) x), BOUND);
    double far = 1 - expOfNegative(-a * a) * scaledComplement(a);
    return (float) (a < 1 ? x * ratio(a * a) : Math.copySign(far, x));
  }

  static float erfc(float x) {
    double a = Math.min(Math.abs((double) x), BOUND);
    double complement = expOfNegative(-a * a) * scaledComplement(a);
    return (float) (x < 0 ? 2 - complement : complement);
  }

  static float normalCdf(float x) {
    double a = Math.min(Math.abs((double) x), BOUND / SQRT_HALF);
    double tail = 0.5 * expOfNegative(-0.5 * a * a) * scaledComplement(a * SQRT_HALF);
    return (float) (x > 0 ? 1 - tail : tail);
  }

  /** erf(x)/x in u = x² for |x| ≤ 1. */
  private static double ratio(double u) {
    double p = 1.0601171042685705e-06;
    p = Fma.fma(p, u, -1.3914062275131255e-05);
    p = Fma.fma(p, u, 0.00011957331079635992);
    p = Fma.fma(p, u, -0.0008542703138377241);
    p = Fma.fma(p, u, 0.005223786536992072);
    p = Fma.fma(p, u, -0.026866134015888884);
    p = Fma.fma(p, u, 0.11283791318394215);
    p = Fma.fma(p, u, -0.3761263889010326);
    return Fma.fma(p, u, 1.1283791670947134);
  }

  /** e^(a²)·erfc(a) for 0 ≤ a ≤ 11; it falls like 1/a, which suits a polynomial in 1/(1 + a/2). */
  private static double scaledComplement(double a) {
    double t = 1 / (1 + 0.5 * a);
    double p = -0.03450542151910206;
    p = Fma.fma(p, t, 0.25519766268581545);
    p = Fma.fma(p, t, -0.8097823014680986);
    p = Fma.fma(p, t, 1.4011680601348073);
    p = Fma.fma(p, t, -1.3796607702235513);
    p = Fma.fma(p, t, 0.7709747073303888);
    p = Fma.fma(p, t, -0.3651370934287216);
    p = Fma.fma(p, t, 0.19563793983046177);
    p = Fma.fma(p, t, 0.15168450614743287);
    p = Fma.fma(p, t, 0.2505880990846609);
    p = Fma.fma(p, t, 0.2817180973625805);
    p = Fma.fma(p, t, 0.2821171039467656);
    return Fma.fma(p, t, -5.899589432421427e-07);
  }

  /** e^x for −121 ≤ x ≤ 0, where 2ⁿ is a normal double. */
  private static double expOfNegative(double x) {
    double shifted = Fma.fma(x, LOG2_E, ROUND);
    double n = shifted - ROUND;
    double r = Fma.fma(n, -LN2, x);
    double p = 0.00019775173377588147;
    p = Fma.fma(p, r, 0.001394818338075559);
    p = Fma.fma(p, r, 0.008333561087178067);
    p = Fma.fma(p, r, 0.04166622542724663);
    p = Fma.fma(p, r, 0.16666665126160934);
    p = Fma.fma(p, r, 0.5000000104533447);
    p = Fma.fma(p, r, 1.0000000002430856);
    p = Fma.fma(p, r, 0.9999999999616851);
    long exponent = Double.doubleToRawLongBits(shifted) - Double.doubleToRawLongBits(ROUND);
    return p * Double.longBitsToDouble((exponent + 1023) << 52);
  }
}

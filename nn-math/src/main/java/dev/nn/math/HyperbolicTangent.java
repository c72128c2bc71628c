package dev.nn.math;

/**
 * The hyperbolic tangent: an odd polynomial near 0, 1 − 2/(e<sup>2a</sup> + 1) of a = |x| beyond,
 * with e<sup>2a</sup> as the eighth power of a polynomial.
 *
 * <p>There are neither jumps nor operations on bits in it: the JIT compiler makes vectors of every
 * loop that calls it. So both sides are computed, and one is multiplied by 0.
 */
final class HyperbolicTangent {
  /** Where 1 is the nearest float, and e<sup>2a</sup> is far from overflow. */
  private static final float SATURATED = 9.1f;

  private static final float FAR = 1.25f;

  private HyperbolicTangent() {}

  static float of(float x) {
    float a = Math.min(Math.abs(x), SATURATED);
    float isFar = FloatMath.step(a - FAR);
    // ±1 for every x but ±0, for the least denormal too.
    float sign = Math.max(Math.min(x * 0x1p126f * 0x1p126f, 1), -1);
    return sign * Fma.fma(isFar, far(a), (1 - isFar) * near(a));
  }

  private static float near(float a) {
    float u = a * a;
    float p = -1.751543e-5f;
    p = Fma.fma(p, u, 1.8103588e-4f);
    p = Fma.fma(p, u, -9.0673787e-4f);
    p = Fma.fma(p, u, 0.0030854144f);
    p = Fma.fma(p, u, -0.008554528f);
    p = Fma.fma(p, u, 0.021751283f);
    p = Fma.fma(p, u, -0.053942002f);
    p = Fma.fma(p, u, 0.13333042f);
    p = Fma.fma(p, u, -0.33333322f);
    return Fma.fma(a * u, p, a);
  }

  private static float far(float a) {
    float root = 8.380574e-7f;
    root = Fma.fma(root, a, 2.6489795e-6f);
    root = Fma.fma(root, a, 1.9143154e-4f);
    root = Fma.fma(root, a, 0.0025229005f);
    root = Fma.fma(root, a, 0.031377904f);
    root = Fma.fma(root, a, 0.2498951f);
    root = Fma.fma(root, a, 1.0000349f);
    float square = root * root;
    float fourth = square * square;
    return 1 - 2 / Fma.fma(fourth, fourth, 1);
  }
}

package dev.nn.math;

/** The natural logarithm and log(1 + x), ready for vectors as {@link Exponentials} are. */
final class Logarithms {
  /** Bits of √½: a mantissa is taken from [√½, √2), so that the logarithm of 1 + tiny is tiny. */
  private static final int SQRT_HALF_BITS = 0x3f3504f3;

  private static final float DENORMAL_SCALE = 0x1p23f;

  /** Its bits plus a small integer n are the bits of 1.5·2²³ + n. */
  private static final float SHIFT = 0x1.8p23f;

  private Logarithms() {}

  static float log(float x) {
    boolean denormal = x < Float.MIN_NORMAL;
    int bits = Float.floatToRawIntBits(denormal ? x * DENORMAL_SCALE : x);
    int exponent = (bits - SQRT_HALF_BITS) >> 23;
    float f = Float.intBitsToFloat(bits - (exponent << 23)) - 1;
    float log = sum(denormal ? exponent - 23 : exponent, f, 0);
    float positive = x < Float.POSITIVE_INFINITY ? log : x;
    float other = x == 0 ? Float.NEGATIVE_INFINITY : Float.NaN;
    return x > 0 ? positive : other;
  }

  static float log1p(float x) {
    float u = 1 + x;
    // What the addition rounded away, exactly (Knuth's two-sum).
    float part = u - 1;
    float lost = (1 - (u - part)) + (x - part);
    int bits = Float.floatToRawIntBits(u);
    int exponent = (bits - SQRT_HALF_BITS) >> 23;
    float mantissa = Float.intBitsToFloat(bits - (exponent << 23));
    // From 2²⁵ on, one more or less is nothing; the bound keeps the scale a normal float.
    float scale = Float.intBitsToFloat((127 - Math.min(exponent, 25)) << 23);
    float high = mantissa - 1;
    float low = lost * scale;
    float f = high + low;
    float log = Math.abs(x) < 0x1p-25f ? x : sum(exponent, f, low - (f - high));
    float inside = x < Float.POSITIVE_INFINITY ? log : x;
    float other = x == -1 ? Float.NEGATIVE_INFINITY : Float.NaN;
    return x > -1 ? inside : other;
  }

  /** exponent·ln 2 + log(1 + f + low) for √½ ≤ 1 + f ≤ √2 and a low below half an ulp of f. */
  private static float sum(int exponent, float f, float low) {
    float n = Float.intBitsToFloat(Float.floatToRawIntBits(SHIFT) + exponent) - SHIFT;
    float p = 0.069155455f;
    p = Fma.fma(p, f, -0.11789857f);
    p = Fma.fma(p, f, 0.11872918f);
    p = Fma.fma(p, f, -0.12384336f);
    p = Fma.fma(p, f, 0.14218666f);
    p = Fma.fma(p, f, -0.16669253f);
    p = Fma.fma(p, f, 0.20002227f);
    p = Fma.fma(p, f, -0.24999987f);
    p = Fma.fma(p, f, 0.3333331f);
    p = Fma.fma(p, f, -0.5f);
    float tail = Fma.fma(f * f, p, Fma.fma(n, Exponentials.LN2_LOW, low));
    float base = n * Exponentials.LN2_HIGH;
    float sum = base + f;
    return sum + ((f - (sum - base)) + tail);
  }
}

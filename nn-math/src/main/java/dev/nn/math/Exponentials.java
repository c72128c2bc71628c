package dev.nn.math;

/**
 * The exponential and the functions made from it.
 *
 * <p>Both sides of every choice can be computed and one taken, so that a version for vectors can do
 * the same operations in the same order and get the same bits.
 */
final class Exponentials {
  /** Adding and subtracting 1.5·2²³ rounds a small float to an integer, ties to even. */
  private static final float ROUND = 0x1.8p23f;

  private static final int ROUND_BITS = Float.floatToRawIntBits(ROUND);

  private static final float LOG2_E = 1.442695f;

  /** The leading 16 bits of ln 2, so that n·LN2_HIGH is exact for every exponent n. */
  static final float LN2_HIGH = 0x1.62e4p-1f;

  /** The rest: ln 2 − LN2_HIGH. */
  static final float LN2_LOW = 0x1.7f7d1cp-20f;

  private Exponentials() {}

  static float exp(float x) {
    // Beyond these bounds the result is 0 or infinite anyway; NaN stays.
    float y = x > 89 ? 89 : (x < -104 ? -104 : x);
    float shifted = Fma.fma(y, LOG2_E, ROUND);
    float n = shifted - ROUND;
    float exact = Fma.fma(n, -LN2_HIGH, y);
    float r = Fma.fma(n, -LN2_LOW, exact);
    float lost = Fma.fma(n, -LN2_LOW, exact - r);
    float tail = Fma.fma(r * r, quadratic(r), lost);
    float sum = 1 + r;
    float power = sum + (tail + ((1 - sum) + r));
    // Two factors, because 2ⁿ alone leaves the normal range at both ends; only the last rounds.
    int exponent = Float.floatToRawIntBits(shifted) - ROUND_BITS;
    int half = exponent >> 1;
    return power * powerOfTwo(half) * powerOfTwo(exponent - half);
  }

  static float expm1(float x) {
    // Below −18 the result is −1 in float.
    float y = x > 89 ? 89 : (x < -18 ? -18 : x);
    float shifted = Fma.fma(y, LOG2_E, ROUND);
    float n = shifted - ROUND;
    float exact = Fma.fma(n, -LN2_HIGH, y);
    float r = Fma.fma(n, -LN2_LOW, exact);
    float lost = Fma.fma(n, -LN2_LOW, exact - r);
    float tail = Fma.fma(r * r, quadratic(r), lost);
    // Half of e^x − 1, because 2ⁿ itself overflows before e^x does.
    float scale = powerOfTwo(Float.floatToRawIntBits(shifted) - ROUND_BITS - 1);
    float offset = scale - 0.5f;
    float sum = Fma.fma(scale, r, offset);
    float rounding = Fma.fma(scale, r, offset - sum);
    float half = sum + Fma.fma(scale, tail, rounding);
    // e^x − 1 = x for tiny x, and halving would lose the sign of zero and a denormal's last bit.
    return Math.abs(x) < 0x1p-25f ? x : half * 2;
  }

  static float sigmoid(float x) {
    float e = exp(-Math.abs(x));
    float numerator = select(Float.floatToRawIntBits(x) >> 31, e, 1);
    float denominator = 1 + e;
    float lost = e - (denominator - 1);
    float inverse = 1 / denominator;
    float quotient = numerator * inverse;
    // One step of long division takes back what the sum, the inverse and the product rounded away.
    float remainder = Fma.fma(-quotient, denominator, numerator) - quotient * lost;
    return Fma.fma(remainder, inverse, quotient);
  }

  static float softplus(float x) {
    return Math.max(x, 0) + Logarithms.log1p(exp(-Math.abs(x)));
  }

  /** (e^r − 1 − r)/r² for |r| ≤ ½·ln 2. */
  private static float quadratic(float r) {
    float q = 0.0013950726f;
    q = Fma.fma(q, r, 0.008369025f);
    q = Fma.fma(q, r, 0.041666202f);
    q = Fma.fma(q, r, 0.16666518f);
    return Fma.fma(q, r, 0.5f);
  }

  /**
   * One of two by a mask of all ones or all zeros. The JIT compiler makes jumps of choices, and
   * where neither side is rare, a mispredicted one costs more than the whole function.
   */
  private static float select(int mask, float ifOnes, float ifZeros) {
    int zeros = Float.floatToRawIntBits(ifZeros);
    return Float.intBitsToFloat(zeros ^ ((Float.floatToRawIntBits(ifOnes) ^ zeros) & mask));
  }

  private static float powerOfTwo(int exponent) {
    return Float.intBitsToFloat((exponent + 127) << 23);
  }
}

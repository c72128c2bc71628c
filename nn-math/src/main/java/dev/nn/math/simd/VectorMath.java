package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.all;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The functions of {@link dev.nn.math.FloatMath} that kernels use, in every lane: the same
 * operations in the same order, where the scalar code says why, and so the same bits.
 */
final class VectorMath {
  private static final float ROUND = 0x1.8p23f;
  private static final int ROUND_BITS = 0x4b400000;
  private static final float LOG2_E = 1.442695f;
  private static final float LN2_HIGH = 0x1.62e4p-1f;
  private static final float LN2_LOW = 0x1.7f7d1cp-20f;

  private VectorMath() {}

  static FloatVector exp(FloatVector x) {
    FloatVector above = x.blend(all(-104), x.compare(VectorOperators.LT, -104));
    FloatVector y = above.blend(all(89), x.compare(VectorOperators.GT, 89));
    FloatVector shifted = y.fma(all(LOG2_E), all(ROUND));
    FloatVector n = shifted.sub(ROUND);
    FloatVector exact = n.fma(all(-LN2_HIGH), y);
    FloatVector r = n.fma(all(-LN2_LOW), exact);
    FloatVector lost = n.fma(all(-LN2_LOW), exact.sub(r));
    FloatVector tail = r.mul(r).fma(quadratic(r), lost);
    FloatVector sum = r.add(1);
    FloatVector power = sum.add(tail.add(all(1).sub(sum).add(r)));
    IntVector exponent = shifted.reinterpretAsInts().sub(ROUND_BITS);
    IntVector half = exponent.lanewise(VectorOperators.ASHR, 1);
    return power.mul(powerOfTwo(half)).mul(powerOfTwo(exponent.sub(half)));
  }

  static FloatVector sigmoid(FloatVector x) {
    FloatVector e = exp(x.abs().neg());
    FloatVector numerator = all(1).blend(e, x.compare(VectorOperators.LT, 0));
    FloatVector denominator = e.add(1);
    FloatVector lost = e.sub(denominator.sub(1));
    FloatVector inverse = all(1).div(denominator);
    FloatVector quotient = numerator.mul(inverse);
    FloatVector remainder = quotient.neg().fma(denominator, numerator).sub(quotient.mul(lost));
    return remainder.fma(inverse, quotient);
  }

  static FloatVector tanh(FloatVector x) {
    FloatVector a = x.abs();
    FloatVector square = a.mul(a);
    FloatVector p = all(-0.00056054525f).fma(square, all(0.0028293093f));
    p = p.fma(square, all(-0.00849052f));
    p = p.fma(square, all(0.021765135f));
    p = p.fma(square, all(-0.05395231f));
    p = p.fma(square, all(0.13333216f));
    p = p.fma(square, all(-0.3333333f));
    FloatVector near = a.mul(square).fma(p, a);
    FloatVector far = all(1).sub(all(2).div(exp(a.mul(2)).add(1)));
    FloatVector positive = far.blend(near, a.compare(VectorOperators.LT, 0.8f));
    IntVector sign = x.reinterpretAsInts().and(Integer.MIN_VALUE);
    return positive.reinterpretAsInts().or(sign).reinterpretAsFloats();
  }

  private static FloatVector quadratic(FloatVector r) {
    FloatVector q = all(0.0013950726f).fma(r, all(0.008369025f));
    q = q.fma(r, all(0.041666202f));
    q = q.fma(r, all(0.16666518f));
    return q.fma(r, all(0.5f));
  }

  private static FloatVector powerOfTwo(IntVector exponent) {
    return exponent.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
  }
}

package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.SPECIES;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * The exponential of {@link dev.nn.math.FloatMath}, vector by vector: the same operations in the
 * same order, and so the same bits. The scalar code says why they are what they are.
 */
final class ExpLoop {
  private static final float ROUND = 0x1.8p23f;
  private static final int ROUND_BITS = 0x4b400000;
  private static final float LOG2_E = 1.442695f;
  private static final float LN2_HIGH = 0x1.62e4p-1f;
  private static final float LN2_LOW = 0x1.7f7d1cp-20f;

  private ExpLoop() {}

  /** v = e<sup>v</sup> for the first {@code count} elements, a multiple of vectors. */
  static void apply(float[] v, int count) {
    FloatVector lowest = FloatVector.broadcast(SPECIES, -104);
    FloatVector highest = FloatVector.broadcast(SPECIES, 89);
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector round = FloatVector.broadcast(SPECIES, ROUND);
    FloatVector log2e = FloatVector.broadcast(SPECIES, LOG2_E);
    FloatVector minusHigh = FloatVector.broadcast(SPECIES, -LN2_HIGH);
    FloatVector minusLow = FloatVector.broadcast(SPECIES, -LN2_LOW);
    FloatVector q4 = FloatVector.broadcast(SPECIES, 0.0013950726f);
    FloatVector q3 = FloatVector.broadcast(SPECIES, 0.008369025f);
    FloatVector q2 = FloatVector.broadcast(SPECIES, 0.041666202f);
    FloatVector q1 = FloatVector.broadcast(SPECIES, 0.16666518f);
    FloatVector q0 = FloatVector.broadcast(SPECIES, 0.5f);
    for (int i = 0; i < count; i += Lanes.WIDTH) {
      FloatVector x = FloatVector.fromArray(SPECIES, v, i);
      FloatVector y = x.blend(lowest, x.compare(LT, lowest)).blend(highest, x.compare(GT, highest));
      FloatVector shifted = y.fma(log2e, round);
      FloatVector n = shifted.sub(round);
      FloatVector exact = n.fma(minusHigh, y);
      FloatVector r = n.fma(minusLow, exact);
      FloatVector lost = n.fma(minusLow, exact.sub(r));
      FloatVector quadratic = q4.fma(r, q3).fma(r, q2).fma(r, q1).fma(r, q0);
      FloatVector tail = r.mul(r).fma(quadratic, lost);
      FloatVector sum = one.add(r);
      FloatVector power = sum.add(tail.add(one.sub(sum).add(r)));
      IntVector exponent = shifted.reinterpretAsInts().sub(ROUND_BITS);
      IntVector half = exponent.lanewise(ASHR, 1);
      IntVector rest = exponent.sub(half);
      power
          .mul(half.add(127).lanewise(LSHL, 23).reinterpretAsFloats())
          .mul(rest.add(127).lanewise(LSHL, 23).reinterpretAsFloats())
          .intoArray(v, i);
    }
  }
}

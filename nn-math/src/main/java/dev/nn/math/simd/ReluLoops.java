package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.SPECIES;
import static dev.nn.math.simd.Lanes.WIDTH;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;

import jdk.incubator.vector.FloatVector;

/**
 * The rectifier and its derivative times what comes from above, over count elements of each array
 * from some index on; the result may take the place of an operand.
 *
 * <p>The last vector overlaps the one before. Its operands are read before the first results are
 * written, which may be in their place.
 */
final class ReluLoops {
  private ReluLoops() {}

  /** NaN is not below 0 and stays; −0 becomes +0. */
  static void forward(float[] z, int i, float[] a, int o, int count) {
    if (count < WIDTH) {
      for (int j = 0; j < count; j++) {
        a[o + j] = Math.max(z[i + j], 0);
      }
      return;
    }
    int last = count - WIDTH;
    FloatVector zero = FloatVector.broadcast(SPECIES, 0);
    FloatVector end = FloatVector.fromArray(SPECIES, z, i + last);
    for (int j = 0; j < last; j += WIDTH) {
      FloatVector x = FloatVector.fromArray(SPECIES, z, i + j);
      x.blend(zero, x.compare(LE, zero)).intoArray(a, o + j);
    }
    end.blend(zero, end.compare(LE, zero)).intoArray(a, o + last);
  }

  static void backward(float[] z, int i, float[] da, int k, float[] dz, int o, int count) {
    if (count < WIDTH) {
      for (int j = 0; j < count; j++) {
        dz[o + j] = da[k + j] * (z[i + j] > 0 && z[i + j] < Float.POSITIVE_INFINITY ? 1 : 0);
      }
      return;
    }
    int last = count - WIDTH;
    FloatVector zero = FloatVector.broadcast(SPECIES, 0);
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector infinity = FloatVector.broadcast(SPECIES, Float.POSITIVE_INFINITY);
    FloatVector end = FloatVector.fromArray(SPECIES, da, k + last);
    for (int j = 0; j < last; j += WIDTH) {
      FloatVector x = FloatVector.fromArray(SPECIES, z, i + j);
      FloatVector slope = zero.blend(one, x.compare(GT, zero)).blend(zero, x.compare(EQ, infinity));
      FloatVector.fromArray(SPECIES, da, k + j).mul(slope).intoArray(dz, o + j);
    }
    FloatVector x = FloatVector.fromArray(SPECIES, z, i + last);
    FloatVector slope = zero.blend(one, x.compare(GT, zero)).blend(zero, x.compare(EQ, infinity));
    end.mul(slope).intoArray(dz, o + last);
  }
}

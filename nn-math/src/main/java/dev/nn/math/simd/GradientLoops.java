package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.SPECIES;
import static dev.nn.math.simd.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * Derivatives times what comes from above, over count elements: of a from a[i] on and da from da[k]
 * on to dz from dz[o] on, where dz may be da; see {@link ReluLoops}.
 */
final class GradientLoops {
  private GradientLoops() {}

  static void sigmoid(float[] a, int i, float[] da, int k, float[] dz, int o, int count) {
    if (count < WIDTH) {
      for (int j = 0; j < count; j++) {
        dz[o + j] = da[k + j] * (a[i + j] * (1 - a[i + j]));
      }
      return;
    }
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    int last = count - WIDTH;
    FloatVector lastA = FloatVector.fromArray(SPECIES, a, i + last);
    FloatVector lastDa = FloatVector.fromArray(SPECIES, da, k + last);
    for (int j = 0; j < last; j += WIDTH) {
      FloatVector x = FloatVector.fromArray(SPECIES, a, i + j);
      FloatVector.fromArray(SPECIES, da, k + j).mul(x.mul(one.sub(x))).intoArray(dz, o + j);
    }
    lastDa.mul(lastA.mul(one.sub(lastA))).intoArray(dz, o + last);
  }
}

package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.WIDTH;
import static dev.nn.math.simd.Lanes.all;
import static dev.nn.math.simd.Lanes.load;

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
    int last = count - WIDTH;
    FloatVector end = load(da, k + last);
    for (int j = 0; j < last; j += WIDTH) {
      load(da, k + j).mul(sigmoidSlope(load(a, i + j))).intoArray(dz, o + j);
    }
    end.mul(sigmoidSlope(load(a, i + last))).intoArray(dz, o + last);
  }

  private static FloatVector sigmoidSlope(FloatVector a) {
    return a.mul(all(1).sub(a));
  }
}

package dev.nn.math.kernel;

import dev.nn.math.FloatMath;

/**
 * The innermost loops of a product: each column's chain goes one or four steps on along k. All
 * arrays share the index, so that the JIT compiler vectorises them; see {@link PanelProduct}.
 */
final class Chains {
  private Chains() {}

  /** c += x·b. */
  static void extend(float x, float[] b, float[] c, int width) {
    for (int j = 0; j < width; j++) {
      c[j] = FloatMath.fma(x, b[j], c[j]);
    }
  }

  /** Four steps along k, with x at i, i + step, … and b in rows p to p + 3 of the panel. */
  static void extendByFour(
      float[] x, int i, int step, float[][] panel, int p, float[] c, int width) {
    float x0 = x[i];
    float x1 = x[i + step];
    float x2 = x[i + 2 * step];
    float x3 = x[i + 3 * step];
    float[] b0 = panel[p];
    float[] b1 = panel[p + 1];
    float[] b2 = panel[p + 2];
    float[] b3 = panel[p + 3];
    for (int j = 0; j < width; j++) {
      float sum = FloatMath.fma(x0, b0[j], c[j]);
      sum = FloatMath.fma(x1, b1[j], sum);
      sum = FloatMath.fma(x2, b2[j], sum);
      c[j] = FloatMath.fma(x3, b3[j], sum);
    }
  }
}

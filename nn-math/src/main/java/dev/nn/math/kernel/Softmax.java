package dev.nn.math.kernel;

import dev.nn.math.FloatMath;

/** The softmax of one row. */
final class Softmax {
  private Softmax() {}

  static void row(float[] z, int from, float[] a, int to, int columns) {
    float max = Float.NEGATIVE_INFINITY;
    for (int j = 0; j < columns; j++) {
      max = Math.max(max, z[from + j]);
    }
    for (int j = 0; j < columns; j++) {
      a[to + j] = FloatMath.exp(z[from + j] - max);
    }
    float sum = SixteenChains.sum(a, to, to + columns);
    for (int j = 0; j < columns; j++) {
      a[to + j] /= sum;
    }
  }
}

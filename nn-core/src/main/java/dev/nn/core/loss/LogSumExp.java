package dev.nn.core.loss;

import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;

/** log Σ e^z of a row. */
final class LogSumExp {
  private LogSumExp() {}

  /** Computes it relative to the largest z, so that nothing overflows. */
  static double of(Matrix z, int row) {
    float[] data = z.data();
    int from = z.rowStart(row);
    int to = from + z.columns();
    float largest = Float.NEGATIVE_INFINITY;
    for (int j = from; j < to; j++) {
      largest = Math.max(largest, data[j]);
    }
    double sum = 0;
    for (int j = from; j < to; j++) {
      sum += FloatMath.exp(data[j] - largest);
    }
    return largest + StrictMath.log(sum);
  }
}

package dev.nn.core.layer;

import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;

/**
 * Sums over all rows for each channel. A row holds one or more groups of as many channels as the
 * result has columns. Each sum is one chain of additions in the order of the rows, so that its bits
 * do not depend on how the work is divided.
 */
final class ChannelSums {
  private ChannelSums() {}

  /** sums[c] = Σ m[…, c]. */
  static void sums(Matrix m, Matrix sums) {
    sums.fill(0);
    float[] data = m.data();
    float[] result = sums.data();
    int channels = sums.columns();
    for (int i = 0; i < m.rows(); i++) {
      int at = m.rowStart(i);
      for (int from = 0; from < m.columns(); from += channels) {
        for (int c = 0; c < channels; c++) {
          result[sums.offset() + c] += data[at + from + c];
        }
      }
    }
  }

  /** sums[c] = Σ left[…, c] right[…, c]. */
  static void products(Matrix left, Matrix right, Matrix sums) {
    sums.fill(0);
    float[] a = left.data();
    float[] b = right.data();
    float[] result = sums.data();
    int channels = sums.columns();
    for (int i = 0; i < left.rows(); i++) {
      int ai = left.rowStart(i);
      int bi = right.rowStart(i);
      for (int from = 0; from < left.columns(); from += channels) {
        for (int c = 0; c < channels; c++) {
          int r = sums.offset() + c;
          result[r] = FloatMath.fma(a[ai + from + c], b[bi + from + c], result[r]);
        }
      }
    }
  }
}

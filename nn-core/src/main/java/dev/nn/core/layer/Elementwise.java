package dev.nn.core.layer;

import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;

/** Loops over the elements of matrices of one shape. */
final class Elementwise {
  private Elementwise() {}

  /** c = a ⊙ b; c may be a or b. */
  static void multiply(Matrix left, Matrix right, Matrix product) {
    float[] a = left.data();
    float[] b = right.data();
    float[] c = product.data();
    int columns = left.columns();
    for (int i = 0; i < left.rows(); i++) {
      int ai = left.rowStart(i);
      int bi = right.rowStart(i);
      int ci = product.rowStart(i);
      for (int j = 0; j < columns; j++) {
        c[ci + j] = a[ai + j] * b[bi + j];
      }
    }
  }

  /** c = a·factor + b; c may be a or b. */
  static void multiplyAdd(Matrix left, float factor, Matrix right, Matrix result) {
    float[] a = left.data();
    float[] b = right.data();
    float[] c = result.data();
    int columns = left.columns();
    for (int i = 0; i < left.rows(); i++) {
      int ai = left.rowStart(i);
      int bi = right.rowStart(i);
      int ci = result.rowStart(i);
      for (int j = 0; j < columns; j++) {
        c[ci + j] = FloatMath.fma(a[ai + j], factor, b[bi + j]);
      }
    }
  }

  /**
   * Turns numbers in [0, 1) into a mask: {@code dropped} where they are below the rate, else {@code
   * kept}.
   */
  static void mask(Matrix uniform, double rate, float dropped, float kept) {
    float[] data = uniform.data();
    float threshold = (float) rate;
    for (int i = 0; i < uniform.rows(); i++) {
      int start = uniform.rowStart(i);
      for (int j = start; j < start + uniform.columns(); j++) {
        data[j] = data[j] < threshold ? dropped : kept;
      }
    }
  }
}

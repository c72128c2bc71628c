package dev.nn.math.kernel;

import dev.nn.math.Matrix;

/** Derivatives of activations times what comes from above, and steps against a gradient. */
final class Gradients {
  private Gradients() {}

  static void relu(Matrix z, Matrix da, Matrix dz) {
    for (int i = 0; i < z.rows(); i++) {
      int x = z.rowStart(i);
      int from = da.rowStart(i);
      int to = dz.rowStart(i);
      for (int j = 0; j < z.columns(); j++) {
        float slope = z.data()[x + j] > 0 && z.data()[x + j] < Float.POSITIVE_INFINITY ? 1 : 0;
        dz.data()[to + j] = da.data()[from + j] * slope;
      }
    }
  }

  static void sigmoid(Matrix a, Matrix da, Matrix dz) {
    for (int i = 0; i < a.rows(); i++) {
      int x = a.rowStart(i);
      int from = da.rowStart(i);
      int to = dz.rowStart(i);
      for (int j = 0; j < a.columns(); j++) {
        float y = a.data()[x + j];
        dz.data()[to + j] = da.data()[from + j] * (y * (1 - y));
      }
    }
  }

  /** One row of W = W − rate·G; returns whether it is finite now. */
  static boolean descend(Matrix gradient, float rate, Matrix w, int row) {
    float[] g = gradient.data();
    float[] weights = w.data();
    int from = gradient.rowStart(row);
    int to = w.rowStart(row);
    boolean isFinite = true;
    for (int j = 0; j < w.columns(); j++) {
      weights[to + j] -= rate * g[from + j];
      isFinite &= Float.isFinite(weights[to + j]);
    }
    return isFinite;
  }
}

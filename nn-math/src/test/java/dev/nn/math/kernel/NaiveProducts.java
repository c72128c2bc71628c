package dev.nn.math.kernel;

import dev.nn.math.Matrix;

/** The products as {@link Kernels} defines them, in the plainest loops. */
final class NaiveProducts {
  private NaiveProducts() {}

  static void addProduct(Matrix a, Matrix b, Matrix c) {
    for (int i = 0; i < c.rows(); i++) {
      for (int j = 0; j < c.columns(); j++) {
        float chain = c.get(i, j);
        for (int k = 0; k < b.rows(); k++) {
          chain = Math.fma(a.get(i, k), b.get(k, j), chain);
        }
        c.set(i, j, chain);
      }
    }
  }

  static void productTransposed(Matrix a, Matrix b, Matrix c) {
    for (int i = 0; i < c.rows(); i++) {
      for (int j = 0; j < c.columns(); j++) {
        c.set(i, j, sixteenChains(a.row(i), b.row(j)));
      }
    }
  }

  static float sixteenChains(float[] v, float[] w) {
    float[] s = new float[16];
    for (int k = 0; k < v.length; k++) {
      s[k % 16] = Math.fma(v[k], w[k], s[k % 16]);
    }
    float even = ((s[0] + s[8]) + (s[4] + s[12])) + ((s[2] + s[10]) + (s[6] + s[14]));
    float odd = ((s[1] + s[9]) + (s[5] + s[13])) + ((s[3] + s[11]) + (s[7] + s[15]));
    return even + odd;
  }

  static Matrix transposed(Matrix m) {
    Matrix t = Matrix.zeros(m.columns(), m.rows());
    for (int i = 0; i < m.rows(); i++) {
      for (int j = 0; j < m.columns(); j++) {
        t.set(j, i, m.get(i, j));
      }
    }
    return t;
  }
}

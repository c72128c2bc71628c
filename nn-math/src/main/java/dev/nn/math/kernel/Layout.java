package dev.nn.math.kernel;

import dev.nn.math.Matrix;

/** Operations that move elements or add them up by columns. */
final class Layout {
  /** A tile of 32 × 32 floats and its transpose stay in the first-level cache. */
  private static final int TILE = 32;

  private Layout() {}

  static void transpose(Matrix a, Matrix t) {
    for (int row = 0; row < a.rows(); row += TILE) {
      int rowEnd = Math.min(row + TILE, a.rows());
      for (int column = 0; column < a.columns(); column += TILE) {
        int columnEnd = Math.min(column + TILE, a.columns());
        transposeTile(a, t, row, rowEnd, column, columnEnd);
      }
    }
  }

  private static void transposeTile(
      Matrix a, Matrix t, int row, int rowEnd, int column, int columnEnd) {
    float[] from = a.data();
    float[] to = t.data();
    for (int j = column; j < columnEnd; j++) {
      int start = t.rowStart(j);
      int source = a.rowStart(row) + j;
      for (int i = row; i < rowEnd; i++) {
        to[start + i] = from[source];
        source += a.stride();
      }
    }
  }

  static void columnSums(Matrix m, Matrix sums) {
    sums.fill(0);
    float[] from = m.data();
    float[] to = sums.data();
    int sum = sums.offset();
    for (int i = 0; i < m.rows(); i++) {
      int start = m.rowStart(i);
      for (int j = 0; j < m.columns(); j++) {
        to[sum + j] += from[start + j];
      }
    }
  }

  static void fillRows(Matrix row, Matrix m) {
    for (int i = 0; i < m.rows(); i++) {
      System.arraycopy(row.data(), row.offset(), m.data(), m.rowStart(i), m.columns());
    }
  }
}

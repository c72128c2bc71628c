package dev.nn.math.kernel;

import dev.nn.math.Matrix;

/** Operations that move elements or add them up by columns. */
final class Layout {
  /**
   * Rows of a tile of A: so few that the cache holds a line of each, even where all lie in one set
   * because the stride is a power of two.
   */
  private static final int ROWS = 16;

  private static final int COLUMNS = 64;

  private Layout() {}

  static void transpose(Matrix a, Matrix t) {
    for (int row = 0; row < a.rows(); row += ROWS) {
      int rowEnd = Math.min(row + ROWS, a.rows());
      for (int column = 0; column < a.columns(); column += COLUMNS) {
        int columnEnd = Math.min(column + COLUMNS, a.columns());
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

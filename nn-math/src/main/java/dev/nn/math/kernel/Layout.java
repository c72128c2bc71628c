package dev.nn.math.kernel;

import dev.nn.math.Matrix;

/** Operations that move elements or add them up by columns. */
final class Layout {
  private Layout() {}

  static void transpose(Matrix a, Matrix t) {
    int i = 0;
    for (; i + 8 <= a.rows(); i += 8) {
      transposeEight(
          a.data(), a.rowStart(i), a.stride(), t.data(), t.offset() + i, t.stride(), a.columns());
    }
    for (; i < a.rows(); i++) {
      transposeOne(a.data(), a.rowStart(i), t.data(), t.offset() + i, t.stride(), a.columns());
    }
  }

  /** Eight rows at a time: half a cache line of T. */
  private static void transposeEight(
      float[] a, int a0, int aStep, float[] t, int start, int tStep, int columns) {
    int a1 = a0 + aStep;
    int a2 = a1 + aStep;
    int a3 = a2 + aStep;
    int a4 = a3 + aStep;
    int a5 = a4 + aStep;
    int a6 = a5 + aStep;
    int a7 = a6 + aStep;
    int to = start;
    for (int j = 0; j < columns; j++) {
      t[to] = a[a0 + j];
      t[to + 1] = a[a1 + j];
      t[to + 2] = a[a2 + j];
      t[to + 3] = a[a3 + j];
      t[to + 4] = a[a4 + j];
      t[to + 5] = a[a5 + j];
      t[to + 6] = a[a6 + j];
      t[to + 7] = a[a7 + j];
      to += tStep;
    }
  }

  private static void transposeOne(
      float[] a, int from, float[] t, int start, int tStep, int columns) {
    int to = start;
    for (int j = 0; j < columns; j++) {
      t[to] = a[from + j];
      to += tStep;
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

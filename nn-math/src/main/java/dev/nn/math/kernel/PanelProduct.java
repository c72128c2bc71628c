package dev.nn.math.kernel;

import dev.nn.math.Matrix;

/**
 * C += A·B by panels: a block of B is copied to work space, where it serves all rows of A, four
 * steps along k at a time. Each element's chain still runs along k in order.
 *
 * <p>Every row of the work space is an array of its own that begins at index 0: the JIT compiler of
 * JDK 17 turns a loop into vector instructions only where all its arrays share the index.
 */
final class PanelProduct {
  /** Rows of B in a panel; the panel of 64 kB stays in the second-level cache. */
  private static final int DEPTH = 64;

  /** Columns of B in a panel. */
  private static final int WIDTH = 256;

  private final float[][] panel = new float[DEPTH][WIDTH];
  private final float[] sums = new float[WIDTH];

  // The block at hand.
  private int firstColumn;
  private int width;
  private int firstK;
  private int depth;

  // Distances in A's array from a row of the left operand to the next, and from a k to the next.
  private int rowStep;
  private int step;

  /** C += A·B. */
  void add(Matrix a, Matrix b, Matrix c) {
    rowStep = a.stride();
    step = 1;
    addBlocks(a, b, c);
  }

  /** C += Aᵀ·B. */
  void addTransposed(Matrix a, Matrix b, Matrix c) {
    rowStep = 1;
    step = a.stride();
    addBlocks(a, b, c);
  }

  private void addBlocks(Matrix a, Matrix b, Matrix c) {
    for (firstColumn = 0; firstColumn < c.columns(); firstColumn += WIDTH) {
      width = Math.min(WIDTH, c.columns() - firstColumn);
      for (firstK = 0; firstK < b.rows(); firstK += DEPTH) {
        depth = Math.min(DEPTH, b.rows() - firstK);
        pack(b);
        for (int row = 0; row < c.rows(); row++) {
          addRow(a, c, row);
        }
      }
    }
  }

  private void pack(Matrix b) {
    for (int p = 0; p < depth; p++) {
      System.arraycopy(b.data(), b.rowStart(firstK + p) + firstColumn, panel[p], 0, width);
    }
  }

  private void addRow(Matrix a, Matrix c, int row) {
    int start = c.rowStart(row) + firstColumn;
    System.arraycopy(c.data(), start, sums, 0, width);
    float[] x = a.data();
    int i = a.offset() + row * rowStep + firstK * step;
    int p = 0;
    for (; p + 3 < depth; p += 4) {
      Chains.extendByFour(x, i, step, panel, p, sums, width);
      i += 4 * step;
    }
    for (; p < depth; p++) {
      Chains.extend(x[i], panel[p], sums, width);
      i += step;
    }
    System.arraycopy(sums, 0, c.data(), start, width);
  }
}

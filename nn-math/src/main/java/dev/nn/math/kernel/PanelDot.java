package dev.nn.math.kernel;

import dev.nn.math.Matrix;
import java.util.Arrays;

/**
 * C = A·Bᵀ by panels: a block of B is copied, transposed, to work space. Each of the sixteen chains
 * of an element has a row of partial sums, so that the innermost loop runs along the columns of C
 * as in {@link PanelProduct}, and the work space has rows of their own for the same reason.
 */
final class PanelDot {
  private static final int CHAINS = 16;

  /** Steps along k in a panel: four for each chain. */
  private static final int DEPTH = 4 * CHAINS;

  private static final int WIDTH = 128;

  /** Rows of A that a panel serves before the next is packed; their sums take 128 kB. */
  private static final int ROWS = 16;

  private final float[][] panel = new float[DEPTH][WIDTH];
  private final float[][][] sums = new float[ROWS][CHAINS][WIDTH];

  // The block at hand.
  private int firstColumn;
  private int width;
  private int firstRow;
  private int rows;
  private int firstK;
  private int depth;

  void multiply(Matrix a, Matrix b, Matrix c) {
    for (firstColumn = 0; firstColumn < c.columns(); firstColumn += WIDTH) {
      width = Math.min(WIDTH, c.columns() - firstColumn);
      for (firstRow = 0; firstRow < c.rows(); firstRow += ROWS) {
        rows = Math.min(ROWS, c.rows() - firstRow);
        clear();
        for (firstK = 0; firstK < a.columns(); firstK += DEPTH) {
          depth = Math.min(DEPTH, a.columns() - firstK);
          pack(b);
          for (int i = 0; i < rows; i++) {
            extend(a, sums[i], a.rowStart(firstRow + i) + firstK);
          }
        }
        for (int i = 0; i < rows; i++) {
          addTree(sums[i]);
          int start = c.rowStart(firstRow + i) + firstColumn;
          System.arraycopy(sums[i][0], 0, c.data(), start, width);
        }
      }
    }
  }

  private void clear() {
    for (int i = 0; i < rows; i++) {
      for (float[] chain : sums[i]) {
        Arrays.fill(chain, 0, width, 0);
      }
    }
  }

  private void pack(Matrix b) {
    float[] data = b.data();
    for (int j = 0; j < width; j++) {
      int start = b.rowStart(firstColumn + j) + firstK;
      for (int p = 0; p < depth; p++) {
        panel[slot(p)][j] = data[start + p];
      }
    }
  }

  /** The four steps of a chain lie together. */
  private static int slot(int p) {
    return p % CHAINS * 4 + p / CHAINS;
  }

  private void extend(Matrix a, float[][] chains, int start) {
    float[] x = a.data();
    if (depth == DEPTH) {
      for (int l = 0; l < CHAINS; l++) {
        Chains.extendByFour(x, start + l, CHAINS, panel, 4 * l, chains[l], width);
      }
    } else {
      for (int p = 0; p < depth; p++) {
        Chains.extend(x[start + p], panel[slot(p)], chains[p % CHAINS], width);
      }
    }
  }

  private void addTree(float[][] chains) {
    for (int half = CHAINS / 2; half > 0; half /= 2) {
      for (int l = 0; l < half; l++) {
        Chains.extend(1, chains[l + half], chains[l], width);
      }
    }
  }
}

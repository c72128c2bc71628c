package dev.nn.math.simd;

import dev.nn.math.Matrix;

/**
 * How elementwise loops go through matrices of one shape: row by row, or all at once where the rows
 * of each lie equally far apart and what lies between those of the result may be overwritten.
 */
final class Runs {
  private Runs() {}

  /** The number of runs; run r starts at {@code rowStart(r)} of each matrix. */
  static int count(Matrix x, Matrix y) {
    return isSeamless(x, y) ? Math.min(y.rows(), 1) : y.rows();
  }

  /** The number of elements in each run. */
  static int length(Matrix x, Matrix y) {
    return isSeamless(x, y) ? (y.rows() - 1) * y.stride() + y.columns() : y.columns();
  }

  /** As {@link #count(Matrix, Matrix)}, for two operands v and w. */
  static int count(Matrix v, Matrix w, Matrix y) {
    return v.stride() == w.stride() ? count(w, y) : y.rows();
  }

  /** As {@link #length(Matrix, Matrix)}, for two operands v and w. */
  static int length(Matrix v, Matrix w, Matrix y) {
    return v.stride() == w.stride() ? length(w, y) : y.columns();
  }

  private static boolean isSeamless(Matrix x, Matrix y) {
    return x.stride() == y.stride() && y.stride() - y.columns() <= y.padding();
  }
}

package dev.nn.core.internal.split;

import dev.nn.math.Matrix;
import dev.nn.math.kernel.CompressedMatrix;
import dev.nn.math.kernel.Kernels;
import org.jspecify.annotations.Nullable;

/** Some columns of the right factor of a product, as they lie in memory. */
sealed interface Factor {
  Kernels KERNELS = Kernels.active();

  /** Number of columns. */
  int columns();

  /** Computes left · this, plus the row in each row if there is one. */
  void product(Matrix left, @Nullable Matrix row, Matrix result);

  /** Columns of floats. */
  record Floats(Matrix matrix) implements Factor {
    @Override
    public int columns() {
      return matrix.columns();
    }

    @Override
    public void product(Matrix left, @Nullable Matrix row, Matrix result) {
      if (row == null) {
        KERNELS.product(left, matrix, result);
      } else {
        KERNELS.product(left, matrix, row, result);
      }
    }
  }

  /** Columns of compressed weights, with a row of as many zeros. */
  record Codes(CompressedMatrix matrix, Matrix zeros) implements Factor {
    Codes(CompressedMatrix matrix) {
      this(matrix, Matrix.zeros(1, matrix.columns()));
    }

    @Override
    public int columns() {
      return matrix.columns();
    }

    @Override
    public void product(Matrix left, @Nullable Matrix row, Matrix result) {
      KERNELS.product(left, matrix, row == null ? zeros : row, result);
    }
  }
}

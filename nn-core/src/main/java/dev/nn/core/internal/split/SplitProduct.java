package dev.nn.core.internal.split;

import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;
import dev.nn.math.kernel.Shapes;
import org.jspecify.annotations.Nullable;

/**
 * A product C = A·B, or A·B plus one row in each row, in parts of some columns of B each. Every
 * element is the same chain of operations as in the whole product.
 */
final class SplitProduct {
  private static final Kernels KERNELS = Kernels.active();

  /** Kernels compute this many columns at a time, or a divisor of this. */
  private static final int MULTIPLE = 32;

  private final Matrix left;
  private final Matrix right;
  private final @Nullable Matrix row;
  private final Matrix result;
  private final int mostParts;
  private final Matrix[] rights;
  private final @Nullable Matrix[] rows;
  private final Matrix[] results;

  /**
   * @param row a row to add to each row of the product, or null
   * @param mostParts the largest number of parts
   * @throws IllegalArgumentException if the shapes do not fit
   */
  SplitProduct(Matrix left, Matrix right, @Nullable Matrix row, Matrix result, int mostParts) {
    Shapes.checkProduct(left, right, result);
    if (row != null) {
      Shapes.checkRow(row, result);
    }
    this.left = left;
    this.right = right;
    this.row = row;
    this.result = result;
    this.mostParts = mostParts;
    int columns = result.columns();
    int width = ((columns - 1) / mostParts + MULTIPLE) / MULTIPLE * MULTIPLE;
    int parts = (columns - 1) / width + 1;
    rights = new Matrix[parts];
    rows = new Matrix[parts];
    results = new Matrix[parts];
    for (int i = 0; i < parts; i++) {
      int from = i * width;
      int to = Math.min(from + width, columns);
      rights[i] = right.columns(from, to);
      rows[i] = row == null ? null : row.columns(from, to);
      results[i] = result.columns(from, to);
    }
  }

  /** Whether this is the product of the same matrices in the same number of parts. */
  boolean is(Matrix left, Matrix right, @Nullable Matrix row, Matrix result, int mostParts) {
    return this.left == left
        && this.right == right
        && this.row == row
        && this.result == result
        && this.mostParts == mostParts;
  }

  int parts() {
    return results.length;
  }

  void compute(int part) {
    Matrix added = rows[part];
    if (added == null) {
      KERNELS.product(left, rights[part], results[part]);
    } else {
      KERNELS.product(left, rights[part], added, results[part]);
    }
  }
}

package dev.nn.core.internal.split;

import dev.nn.math.Matrix;
import dev.nn.math.kernel.Shapes;
import org.jspecify.annotations.Nullable;

/**
 * A product C = A·B, or A·B plus one row in each row, in parts of some columns of B each. Every
 * element is the same chain of operations as in the whole product.
 */
final class SplitProduct {
  /** Kernels compute this many columns at a time, or a divisor of this. */
  private static final int MULTIPLE = 32;

  private final Matrix left;
  private final Matrix right;
  private final @Nullable Matrix row;
  private final Matrix result;
  private final int mostParts;
  private final Factor @Nullable [] panels;
  private final int parts;
  private final Factor[] rights;
  private final @Nullable Matrix[] rows;
  private final Matrix[] results;

  /**
   * @param row a row to add to each row of the product, or null
   * @param mostParts the largest number of parts
   * @param panels copies of B's columns, one panel after the other, or null to read B itself
   * @throws IllegalArgumentException if the shapes do not fit
   */
  SplitProduct(
      Matrix left,
      Matrix right,
      @Nullable Matrix row,
      Matrix result,
      int mostParts,
      Factor @Nullable [] panels) {
    Shapes.checkProduct(left, right, result);
    if (row != null) {
      Shapes.checkRow(row, result);
    }
    this.left = left;
    this.right = right;
    this.row = row;
    this.result = result;
    this.mostParts = mostParts;
    this.panels = panels;
    rights = panels == null ? cut(right, mostParts) : panels;
    parts = Math.min(mostParts, rights.length);
    rows = new Matrix[rights.length];
    results = new Matrix[rights.length];
    int from = 0;
    for (int i = 0; i < rights.length; i++) {
      int to = from + rights[i].columns();
      rows[i] = row == null ? null : row.columns(from, to);
      results[i] = result.columns(from, to);
      from = to;
    }
  }

  private static Factor[] cut(Matrix right, int mostParts) {
    int columns = right.columns();
    int width = ((columns - 1) / mostParts + MULTIPLE) / MULTIPLE * MULTIPLE;
    Factor[] cuts = new Factor[(columns - 1) / width + 1];
    for (int i = 0; i < cuts.length; i++) {
      cuts[i] = new Factor.Floats(right.columns(i * width, Math.min((i + 1) * width, columns)));
    }
    return cuts;
  }

  /** Whether this is the product of the same matrices in the same way. */
  boolean is(
      Matrix left,
      Matrix right,
      @Nullable Matrix row,
      Matrix result,
      int mostParts,
      Factor @Nullable [] panels) {
    return this.left == left
        && this.right == right
        && this.row == row
        && this.result == result
        && this.mostParts == mostParts
        && this.panels == panels;
  }

  int parts() {
    return parts;
  }

  void compute(int part) {
    int end = rights.length * (part + 1) / parts;
    for (int i = rights.length * part / parts; i < end; i++) {
      rights[i].product(left, rows[i], results[i]);
    }
  }
}

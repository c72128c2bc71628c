package dev.nn.math.kernel;

import dev.nn.math.Matrix;

/**
 * The checks of shapes at the edge of every operation. They throw an {@link
 * IllegalArgumentException} that states the formula and the shapes, so that the loops behind them
 * need no checks of their own.
 */
public final class Shapes {
  private Shapes() {}

  /** Checks that C = A·B fits: A m × k, B k × n and C m × n. */
  public static void checkProduct(Matrix a, Matrix b, Matrix c) {
    check(
        a.columns() == b.rows() && a.rows() == c.rows() && b.columns() == c.columns(),
        "C = A·B",
        a,
        b,
        c);
  }

  /** Checks that C = A·B fits for compressed weights B. */
  public static void checkProduct(Matrix a, CompressedMatrix b, Matrix c) {
    check(
        a.columns() == b.rows() && a.rows() == c.rows() && b.columns() == c.columns(),
        "C = A·B",
        a,
        b,
        c);
  }

  /** Checks that C = Aᵀ·B fits: A k × m, B k × n and C m × n. */
  public static void checkTransposedProduct(Matrix a, Matrix b, Matrix c) {
    check(
        a.rows() == b.rows() && a.columns() == c.rows() && b.columns() == c.columns(),
        "C = Aᵀ·B",
        a,
        b,
        c);
  }

  /** Checks that C = A·Bᵀ fits: A m × k, B n × k and C m × n. */
  public static void checkProductTransposed(Matrix a, Matrix b, Matrix c) {
    check(
        a.columns() == b.columns() && a.rows() == c.rows() && b.rows() == c.columns(),
        "C = A·Bᵀ",
        a,
        b,
        c);
  }

  /** Checks that T = Aᵀ fits: A m × n and T n × m. */
  public static void checkTranspose(Matrix a, Matrix t) {
    if (a.rows() != t.columns() || a.columns() != t.rows()) {
      throw new IllegalArgumentException("the transpose of a " + a + " does not fit in a " + t);
    }
  }

  /** Checks that two matrices have the same shape. */
  public static void checkSame(Matrix x, Matrix y) {
    if (x.rows() != y.rows() || x.columns() != y.columns()) {
      throw new IllegalArgumentException("a " + x + " and a " + y + " differ in shape");
    }
  }

  /** Checks that a matrix is one row with as many columns as m. */
  public static void checkRow(Matrix row, Matrix m) {
    if (row.rows() != 1 || row.columns() != m.columns()) {
      throw new IllegalArgumentException("a " + row + " is not one row of the columns of a " + m);
    }
  }

  private static void check(boolean fits, String formula, Matrix a, Object b, Matrix c) {
    if (!fits) {
      throw new IllegalArgumentException(
          formula + " does not fit: A is a " + a + ", B a " + b + ", C a " + c);
    }
  }
}

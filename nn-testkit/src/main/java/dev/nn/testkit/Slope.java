package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.nn.math.Matrix;
import java.util.function.DoubleSupplier;

/**
 * Gradients against central differences D = (4 D(h/2) − D(h)) / 3 of a number that depends on a
 * matrix. Where D(h) and D(h/2), or the second differences, disagree there is a kink within h or
 * the number bends sharply; then a smaller h is taken. What is left undecided lies on a kink
 * itself.
 */
final class Slope {
  private static final double FIRST_STEP = 0x1p-7;
  private static final double LAST_STEP = 0x1p-11;
  private static final double TOLERANCE = 3e-3;
  private static final double KINK = 0.02;

  /** Of the elements, more than this must be decided. */
  private static final double MOST = 0.9;

  private final Matrix at;
  private final DoubleSupplier number;
  private final String what;

  private Slope(Matrix at, DoubleSupplier number, String what) {
    this.at = at;
    this.number = number;
    this.what = what;
  }

  /**
   * Compares every element; the number is computed anew for each step. Fails if something is not
   * finite.
   *
   * @param at where the derivative is taken; every element is changed and put back
   */
  static void check(Matrix gradient, Matrix at, DoubleSupplier number, String what) {
    double here = number.getAsDouble();
    assertTrue(Double.isFinite(here), () -> what + ": what it is the gradient of is " + here);
    Slope slope = new Slope(at, number, what);
    int decided = 0;
    for (int i = 0; i < at.rows(); i++) {
      for (int j = 0; j < at.columns(); j++) {
        float claimed = gradient.get(i, j);
        if (!Float.isFinite(claimed)) {
          fail("%s, row %d, column %d is %s".formatted(what, i, j, claimed));
        }
        decided += slope.decides(claimed, i, j) ? 1 : 0;
      }
    }
    int left = at.size() - decided;
    Skip.unless(
        decided >= MOST * at.size(),
        what + ": central differences decide nothing at " + left + " of " + at.size());
  }

  /** The same for one element of a matrix with one row, whatever its size. */
  static void checkAt(float claimed, Matrix at, int column, DoubleSupplier number, String what) {
    float x = at.get(0, column);
    assertTrue(Float.isFinite(claimed), () -> what + " at " + x + ": the gradient is " + claimed);
    boolean isDecided = new Slope(at, number, what).decides(claimed, 0, column);
    Skip.unless(isDecided, what + ": central differences decide nothing at " + x);
  }

  /** From x = 16 on, the first steps grow with x, as the distance of floats does. */
  private boolean decides(float claimed, int row, int column) {
    double unit = Math.max(1, Math.scalb(1.0, Math.getExponent(at.get(row, column)) - 3));
    for (double step = unit * FIRST_STEP; step >= LAST_STEP; step /= 4) {
      if (decides(claimed, row, column, step)) {
        return true;
      }
    }
    return false;
  }

  private boolean decides(float claimed, int row, int column, double step) {
    float x = at.get(row, column);
    double[] f = new double[5];
    double scale = 0;
    for (int k = 0; k < f.length; k++) {
      at.set(row, column, (float) (x + (k - 2) * step / 2));
      f[k] = number.getAsDouble();
      scale = Math.max(scale, Math.abs(f[k]));
    }
    at.set(row, column, x);
    double wide = (f[4] - f[0]) / (2 * step);
    double narrow = (f[3] - f[1]) / step;
    double bend = Math.abs((f[4] - 2 * f[2] + f[0]) - 4 * (f[3] - 2 * f[2] + f[1])) / step;
    double roughness = Math.abs(wide - narrow) + bend;
    double derivative = (4 * narrow - wide) / 3;
    if (!(roughness <= KINK * (1 + Math.abs(derivative)))) {
      return false;
    }
    double tolerance = TOLERANCE * (1 + Math.abs(derivative)) + roughness + scale * 0x1p-22 / step;
    if (!(Math.abs(claimed - derivative) <= tolerance)) {
      fail(
          "%s, row %d, column %d, at %s: the gradient is %s, central differences give %s"
              .formatted(what, row, column, x, claimed, derivative));
    }
    return true;
  }
}

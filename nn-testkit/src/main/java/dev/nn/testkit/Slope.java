package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import dev.nn.math.Matrix;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Assumptions;

/**
 * Gradients against central differences D = (4 D(h/2) − D(h)) / 3 of a number that depends on a
 * matrix. Where D(h) and D(h/2), or the second differences, disagree there is a kink within h or
 * the number bends sharply; then a smaller h is taken. What is left undecided lies on a kink
 * itself.
 */
final class Slope {
  private static final double[] STEPS = {0x1p-7, 0x1p-9, 0x1p-11};
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
   * Compares every element; the number is computed anew for each step.
   *
   * @param at where the derivative is taken; every element is changed and put back
   */
  static void check(Matrix gradient, Matrix at, DoubleSupplier number, String what) {
    Slope slope = new Slope(at, number, what);
    int decided = 0;
    for (int i = 0; i < at.rows(); i++) {
      for (int j = 0; j < at.columns(); j++) {
        decided += slope.decides(gradient.get(i, j), i, j) ? 1 : 0;
      }
    }
    int left = at.size() - decided;
    Assumptions.assumeTrue(
        decided >= MOST * at.size(),
        () -> what + ": central differences decide nothing at " + left + " of " + at.size());
  }

  private boolean decides(float claimed, int row, int column) {
    for (double step : STEPS) {
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

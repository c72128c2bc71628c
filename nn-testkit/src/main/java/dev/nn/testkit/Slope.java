package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import dev.nn.math.Matrix;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Assumptions;

/**
 * Gradients against central differences D = (4 D(h/2) − D(h)) / 3 of a number that depends on a
 * matrix. Where D(h) and D(h/2), or the second differences, disagree there is a kink nearby, and
 * the place is left out.
 */
final class Slope {
  private static final double STEP = 0x1p-7;
  private static final double TOLERANCE = 3e-3;
  private static final double KINK = 0.02;

  private Slope() {}

  /**
   * Compares every element; the number is computed anew for each step.
   *
   * @param at where the derivative is taken; every element is changed and put back
   */
  static void check(Matrix gradient, Matrix at, DoubleSupplier number, String what) {
    int decided = 0;
    for (int i = 0; i < at.rows(); i++) {
      for (int j = 0; j < at.columns(); j++) {
        if (decides(gradient.get(i, j), at, i, j, number, what)) {
          decided++;
        }
      }
    }
    Assumptions.assumeTrue(
        2 * decided >= at.size(), what + ": kinks everywhere, central differences decide nothing");
  }

  private static boolean decides(
      float claimed, Matrix at, int row, int column, DoubleSupplier number, String what) {
    float x = at.get(row, column);
    double[] f = new double[5];
    double scale = 0;
    for (int k = 0; k < f.length; k++) {
      at.set(row, column, (float) (x + (k - 2) * STEP / 2));
      f[k] = number.getAsDouble();
      scale = Math.max(scale, Math.abs(f[k]));
    }
    at.set(row, column, x);
    double wide = (f[4] - f[0]) / (2 * STEP);
    double narrow = (f[3] - f[1]) / STEP;
    double bend = Math.abs((f[4] - 2 * f[2] + f[0]) - 4 * (f[3] - 2 * f[2] + f[1])) / STEP;
    double roughness = Math.abs(wide - narrow) + bend;
    double derivative = (4 * narrow - wide) / 3;
    if (!(roughness <= KINK * (1 + Math.abs(derivative)))) {
      return false;
    }
    double tolerance = TOLERANCE * (1 + Math.abs(derivative)) + roughness + scale * 0x1p-22 / STEP;
    if (!(Math.abs(claimed - derivative) <= tolerance)) {
      fail(
          "%s, row %d, column %d, at %s: the gradient is %s, central differences give %s"
              .formatted(what, row, column, x, claimed, derivative));
    }
    return true;
  }
}

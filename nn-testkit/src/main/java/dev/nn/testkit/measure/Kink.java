package dev.nn.testkit.measure;

import dev.nn.math.Matrix;
import java.util.function.Supplier;
import org.opentest4j.AssertionFailedError;

/**
 * Gradients at places where a sum f may have a kink: there they are one of the one-sided slopes,
 * between them, or 0.
 *
 * <p>0 is always admitted: masks give it at the ends of what they let through, and where these
 * meet, as for a shrinkage by nothing, no slope is 0.
 *
 * <p>For steps h from large to small, with the slope S(h) = (f(x+h) − f(x)) / h on one side and the
 * same of −h on the other, a gradient is refused if steps refuse it and none admits it. A step says
 * nothing if S(2h) is another, for then f bends within 2h, or if rounding may be more than a
 * hundredth of it; else it admits what is between the two, give or take about that. So only what is
 * far off is found; {@link Slope} is exact, but decides nothing at a kink.
 */
public final class Kink {
  private static final double LARGEST_STEP = 0x1p-7;
  private static final double SMALLEST_STEP = 0x1p-26;

  /** Four roundings of a float. */
  private static final double ROUNDING = 0x1p-22;

  private static final double TOLERANCE = 0.01;

  private final Matrix at;
  private final Supplier<double[]> terms;
  private final double[] here;

  private Kink(Matrix at, Supplier<double[]> terms) {
    this.at = at;
    this.terms = terms;
    this.here = terms.get();
  }

  /**
   * Looks at every element.
   *
   * @param at where the derivative is taken; every element is changed and put back
   * @param terms computed anew for each step; where one is not finite the step says nothing
   */
  public static void check(Matrix gradient, Matrix at, Supplier<double[]> terms, String what) {
    Kink kink = new Kink(at, terms);
    for (int i = 0; i < at.rows(); i++) {
      for (int j = 0; j < at.columns(); j++) {
        if (gradient.get(i, j) != 0) {
          kink.check(gradient.get(i, j), i, j, what);
        }
      }
    }
  }

  /** The slope on one side, and what it may be off by. */
  private record Side(double slope, double rounding) {
    boolean isThatOf(Side wider) {
      double size = Math.max(Math.abs(slope), Math.abs(wider.slope));
      return rounding <= TOLERANCE * (1 + size)
          && Math.abs(slope - wider.slope) <= rounding + wider.rounding + TOLERANCE * size;
    }
  }

  private void check(float claimed, int row, int column, String what) {
    double smallest = Math.max(SMALLEST_STEP, 4 * Math.ulp(at.get(row, column)));
    Side left = side(row, column, -LARGEST_STEP);
    Side right = side(row, column, LARGEST_STEP);
    String slopes = "";
    for (double h = LARGEST_STEP / 2; h >= smallest; h /= 2) {
      Side nextLeft = side(row, column, -h);
      Side nextRight = side(row, column, h);
      if (nextLeft.isThatOf(left) && nextRight.isThatOf(right)) {
        if (admits(nextLeft, nextRight, claimed)) {
          return;
        }
        slopes = "%s and %s".formatted(0 + (float) nextLeft.slope, 0 + (float) nextRight.slope);
      }
      left = nextLeft;
      right = nextRight;
    }
    if (!slopes.isEmpty()) {
      throw new AssertionFailedError(
          "%s, row %s, column %s, at %s: the gradient is %s, the slopes on both sides are %s"
              .formatted(what, row, column, at.get(row, column), claimed, slopes));
    }
  }

  private static boolean admits(Side left, Side right, double claimed) {
    double least = Math.min(left.slope, right.slope);
    double greatest = Math.max(left.slope, right.slope);
    double error =
        left.rounding
            + right.rounding
            + TOLERANCE * (Math.max(Math.abs(least), Math.abs(greatest)) + TOLERANCE);
    return claimed >= least - error && claimed <= greatest + error;
  }

  /** Not a number, so that it says nothing, where a term is not. */
  private Side side(int row, int column, double step) {
    float x = at.get(row, column);
    at.set(row, column, (float) (x + step));
    double[] there = terms.get();
    at.set(row, column, x);
    double rise = 0;
    double size = 1 + Math.abs(x);
    for (int t = 0; t < here.length; t++) {
      rise += there[t] - here[t];
      size += there[t] == here[t] ? 0 : Math.max(Math.abs(there[t]), Math.abs(here[t]));
    }
    return new Side(rise / step, ROUNDING * size / Math.abs(step));
  }
}

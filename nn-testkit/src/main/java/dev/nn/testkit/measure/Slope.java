package dev.nn.testkit.measure;

import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.opentest4j.AssertionFailedError;

/**
 * Gradients against central differences of a sum f whose terms depend on a matrix.
 *
 * <p>With D(h) = (f(x+h) − f(x−h)) / 2h, the estimate is R(h) = (4 D(h/2) − D(h)) / 3. Steps are
 * powers of two, and x ± h is a float or next to one. What is wrong with R(h):
 *
 * <ul>
 *   <li>Rounding. Each f is off by some u = 2⁻²⁴ of the largest numbers on its way; these are taken
 *       to be s = 1 + |x| + |x f′| + Σ |terms that change|. Of errors us in f, R(h) makes less than
 *       3us / h; r(h) = 4us / h leaves room for functions of more than one rounding.
 *   <li>Truncation, h⁴ f⁽⁵⁾ / 480, and kinks within h: unknown beforehand.
 * </ul>
 *
 * <p>So steps grow from the smallest as long as R(h) is within r of the step before (the principle
 * of Lepski): then it is off by no more than that r, which is 2r(h), and what the step before was
 * off by, again 2r(h) of rounding; 4r(h) in all. For smooth functions at unit scale this ends at
 * about h = 1/4 with 10⁻⁵.
 *
 * <p>A kink at x itself is in all of the R(h) alike: they are off by half of its jump J, by which
 * the one-sided slopes differ. With B(h) = (f(x+h) − 2f(x) + f(x−h)) / h, K(h) = B(h) − 2 B(h/2) is
 * −J, and h³ f⁗ / 16 where there is no kink; without that term, (8 K(h/2) − K(h)) / 7 is −J still.
 * Steps end where this exceeds 8r(h), and half of it is added to the error. For a kink h/3 away
 * K(h) is 0 by chance; with the next step it is not, and the first estimate alone decides nothing.
 */
public final class Slope {
  private static final double SMALLEST_STEP = 0x1p-13;
  private static final double LARGEST_STEP = 0.5;

  /** 4u. */
  private static final double ROUNDING = 0x1p-22;

  /** Of the gradient that is judged: about 80 ulps. */
  private static final double TOLERANCE = 1e-5;

  /** What is off by more than this much of 1 + |f′| decides nothing. */
  private static final double COARSE = 0x1p-4;

  /** At least this share of the elements must be decided. */
  private static final double MOST = 0.9;

  private final Matrix at;
  private final Supplier<double[]> terms;
  private final double[] here;
  private final String what;

  private Slope(Matrix at, Supplier<double[]> terms, String what) {
    this.at = at;
    this.terms = terms;
    this.here = terms.get();
    this.what = what;
  }

  /**
   * Compares every element. Fails if something is not finite.
   *
   * @param at where the derivative is taken; every element is changed and put back
   * @param terms computed anew for each step; NaN where the sum is not defined
   * @return a reason to skip the rule, if more than a tenth of the elements cannot be decided
   */
  public static Optional<String> check(
      Matrix gradient, Matrix at, Supplier<double[]> terms, String what) {
    Slope slope = new Slope(at, terms, what);
    double sum = Arrays.stream(slope.here).sum();
    Fail.unless(Double.isFinite(sum), () -> what + ": what it is the gradient of is " + sum);
    int decided = 0;
    for (int i = 0; i < at.rows(); i++) {
      for (int j = 0; j < at.columns(); j++) {
        float claimed = gradient.get(i, j);
        if (!Float.isFinite(claimed)) {
          throw new AssertionFailedError(
              "%s, row %s, column %s is %s".formatted(what, i, j, claimed));
        }
        decided += slope.decides(claimed, i, j) ? 1 : 0;
      }
    }
    return decided >= MOST * at.size()
        ? Optional.empty()
        : Optional.of(
            "%s: central differences decide nothing at %s of %s"
                .formatted(what, at.size() - decided, at.size()));
  }

  /** Returns the same for one element of a matrix with one row, whatever its size. */
  public static Optional<String> checkAt(
      float claimed, Matrix at, int column, Supplier<double[]> terms, String what) {
    float x = at.get(0, column);
    Fail.unless(Float.isFinite(claimed), () -> what + " at " + x + ": the gradient is " + claimed);
    return new Slope(at, terms, what).decides(claimed, 0, column)
        ? Optional.empty()
        : Optional.of(what + ": central differences decide nothing at " + x);
  }

  private boolean decides(float claimed, int row, int column) {
    Estimate estimate = estimate(row, column);
    double size = Math.max(Math.abs(estimate.derivative), Math.abs(claimed));
    if (!(estimate.error <= COARSE * (1 + size))) {
      return false;
    }
    double tolerance = TOLERANCE * size + estimate.error;
    if (!(Math.abs(claimed - estimate.derivative) <= tolerance)) {
      throw new AssertionFailedError(
          "%s, row %s, column %s, at %s: the gradient is %s, central differences give %s ± %s"
              .formatted(
                  what,
                  row,
                  column,
                  at.get(row, column),
                  claimed,
                  estimate.derivative,
                  (float) tolerance));
    }
    return true;
  }

  private record Estimate(double derivative, double error) {}

  /** Far out steps are larger, as the distance of floats is. */
  private Estimate estimate(int row, int column) {
    float x = at.get(row, column);
    double smallest = Math.max(SMALLEST_STEP, 4 * Math.ulp(x));
    double largest = LARGEST_STEP * Math.max(1, Math.scalb(1.0, Math.getExponent(x) - 3));
    double derivative = 0;
    double rounding = Double.POSITIVE_INFINITY;
    double jump = 0;
    double bend = 0;
    int estimates = 0;
    Difference narrow = difference(row, column, smallest);
    for (double h = 2 * smallest; h <= largest; h *= 2) {
      Difference wide = difference(row, column, h);
      double next = (4 * narrow.slope - wide.slope) / 3;
      double nextBend = wide.bend - 2 * narrow.bend;
      double nextJump = Math.abs(estimates == 0 ? nextBend : (8 * bend - nextBend) / 7);
      double scale = 1 + Math.abs(x) * (1 + Math.abs(next)) + wide.terms;
      double nextRounding = ROUNDING * scale / h;
      if (!(Math.abs(next - derivative) <= rounding) || !(nextJump <= 8 * nextRounding)) {
        break;
      }
      derivative = next;
      rounding = nextRounding;
      jump = nextJump;
      bend = nextBend;
      narrow = wide;
      estimates++;
    }
    double error = 4 * rounding + jump / 2;
    return new Estimate(derivative, estimates < 2 ? Double.POSITIVE_INFINITY : error);
  }

  /**
   * @param slope D(h)
   * @param bend B(h)
   * @param terms sizes of the terms that change
   */
  private record Difference(double slope, double bend, double terms) {}

  private Difference difference(int row, int column, double h) {
    float x = at.get(row, column);
    at.set(row, column, (float) (x + h));
    double[] above = terms.get();
    at.set(row, column, (float) (x - h));
    double[] below = terms.get();
    at.set(row, column, x);
    double rise = 0;
    double bend = 0;
    double changing = 0;
    for (int t = 0; t < here.length; t++) {
      rise += above[t] - below[t];
      bend += above[t] - 2 * here[t] + below[t];
      if (above[t] != here[t] || below[t] != here[t]) {
        changing += Math.max(Math.abs(above[t]), Math.abs(below[t]));
      }
    }
    return new Difference(rise / (2 * h), bend / h, changing);
  }
}

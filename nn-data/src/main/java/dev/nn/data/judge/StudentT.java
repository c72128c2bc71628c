package dev.nn.data.judge;

/** Student's distribution. */
final class StudentT {
  private static final double SHARE = 0.975;
  private static final double FARTHEST = 100;

  private StudentT() {}

  /** Below which 97.5 % of the distribution lie, for so many degrees of freedom. */
  static double quantile(int freedom) {
    double low = 0;
    double high = FARTHEST;
    while (true) {
      double middle = (low + high) / 2;
      if (middle == low || middle == high) {
        return middle;
      }
      if (below(middle, freedom) < SHARE) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  /**
   * The probability of a number below t, by the finite sums for whole degrees of freedom
   * (Abramowitz and Stegun, <i>Handbook of Mathematical Functions</i>, 26.7.3 and 26.7.4).
   */
  private static double below(double t, int freedom) {
    double angle = StrictMath.atan(t / Math.sqrt(freedom));
    double cosine = StrictMath.cos(angle);
    boolean odd = freedom % 2 == 1;
    double term = odd ? cosine : 1;
    double sum = freedom == 1 ? 0 : term;
    for (int i = odd ? 3 : 2; i <= freedom - 2; i += 2) {
      term *= cosine * cosine * (i - 1) / i;
      sum += term;
    }
    double within = StrictMath.sin(angle) * sum;
    return 0.5 + (odd ? (angle + within) / Math.PI : within / 2);
  }
}

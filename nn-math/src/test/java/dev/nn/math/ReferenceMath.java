package dev.nn.math;

/** Double-precision references, correct to far more digits than a float has. */
final class ReferenceMath {
  private ReferenceMath() {}

  static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  static double softplus(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }

  /** Taylor series up to 2, where its terms stay below 5; the complement from there. */
  static double erf(double x) {
    if (Math.abs(x) > 2) {
      return Math.copySign(1 - complementByFraction(Math.abs(x)), x);
    }
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
      term *= -x * x / n;
      sum += term / (2 * n + 1);
    }
    return 2 / Math.sqrt(Math.PI) * sum;
  }

  static double erfc(double x) {
    return x > 2 ? complementByFraction(x) : 1 - erf(x);
  }

  static double normalCdf(double x) {
    return 0.5 * erfc(-x * Math.sqrt(0.5));
  }

  /** Laplace's continued fraction √π·e^(x²)·erfc(x) = 1/(x + ½/(x + 1/(x + 3⁄2/(x + …)))). */
  private static double complementByFraction(double x) {
    if (x > 27) {
      return Double.isNaN(x) ? x : 0;
    }
    double denominator = x;
    for (int n = 60; n > 0; n--) {
      denominator = x + 0.5 * n / denominator;
    }
    return StrictMath.exp(-x * x) / (Math.sqrt(Math.PI) * denominator);
  }
}

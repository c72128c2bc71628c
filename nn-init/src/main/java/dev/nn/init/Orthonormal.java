package dev.nn.init;

/** One step of Gram–Schmidt. */
final class Orthonormal {
  /** What is left of a vector that nearly lies in the span of the others is mostly rounding. */
  private static final double LEAST = 1e-8;

  private Orthonormal() {}

  /**
   * Makes vector k orthogonal to the vectors before it, which are orthonormal, and gives it length
   * 1.
   *
   * @return false if it depends on them, and is of no use
   */
  static boolean extend(double[][] basis, int k) {
    double[] v = basis[k];
    double before = length(v);
    // Once leaves an error that grows with the angle lost; twice is enough (Kahan).
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < k; i++) {
        subtractProjection(v, basis[i]);
      }
    }
    double after = length(v);
    for (int j = 0; j < v.length; j++) {
      v[j] /= after;
    }
    return after > LEAST * before;
  }

  private static void subtractProjection(double[] v, double[] unit) {
    double dot = dot(v, unit);
    for (int j = 0; j < v.length; j++) {
      v[j] -= dot * unit[j];
    }
  }

  private static double length(double[] v) {
    return Math.sqrt(dot(v, v));
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      sum += x[j] * y[j];
    }
    return sum;
  }
}

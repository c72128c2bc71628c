package dev.nn.data.judge;

/** Quantiles of numbers. */
final class Quantiles {
  private Quantiles() {}

  /** Linear between the two nearest of sorted numbers; NaN without any. */
  static double of(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = share * (sorted.length - 1);
    int below = (int) place;
    double part = place - below;
    return part == 0 ? sorted[below] : sorted[below] + part * (sorted[below + 1] - sorted[below]);
  }
}

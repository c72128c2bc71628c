package dev.nn.optim;

/** Half a cosine. */
final class Cosine {
  private Cosine() {}

  /** From 1 for part = 0 down to {@code bottom} for part = 1. */
  static double fall(double part, double bottom) {
    return (1 - bottom) * 0.5 * (1 + StrictMath.cos(Math.PI * part)) + bottom;
  }

  /** From {@code start} for part = 0 to {@code end} for part = 1. */
  static double between(double start, double end, double part) {
    return end + (start - end) * fall(part, 0);
  }
}

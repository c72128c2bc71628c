package dev.nn.core.loss;

/** Label smoothing as in Keras: part of a target's weight is spread evenly. */
final class LabelSmoothing {
  private LabelSmoothing() {}

  static void check(double labelSmoothing) {
    if (!(labelSmoothing >= 0 && labelSmoothing <= 1)) {
      throw new IllegalArgumentException(
          "label_smoothing must be between 0 and 1, got " + labelSmoothing);
    }
  }

  /** y (1 − s) + s / classes. */
  static double smooth(double target, double labelSmoothing, int classes) {
    return target * (1 - labelSmoothing) + labelSmoothing / classes;
  }
}

package dev.nn.core.loss;

/** Label smoothing as in Keras: a part of the target's weight is spread evenly over the classes. */
final class LabelSmoothing {
  private LabelSmoothing() {}

  /** y (1 − s) + s / classes. */
  static double smooth(double target, double labelSmoothing, int classes) {
    return target * (1 - labelSmoothing) + labelSmoothing / classes;
  }
}

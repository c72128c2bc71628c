package dev.nn.core.loss;

/** Keeps predicted probabilities in a range where their logarithm is finite, as Keras does. */
final class Probabilities {
  static final double EPSILON = 1e-7;

  private Probabilities() {}

  /** The nearest number in [1e-7, 1 − 1e-7]. A NaN stays NaN. */
  static double clip(double probability) {
    return Math.min(Math.max(probability, EPSILON), 1 - EPSILON);
  }

  /** Whether clipping changes nothing, so that the derivative passes. */
  static boolean isInside(double probability) {
    return probability == clip(probability);
  }
}

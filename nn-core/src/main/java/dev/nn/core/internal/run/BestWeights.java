package dev.nn.core.internal.run;

import dev.nn.core.training.EarlyStopping;

/**
 * Watches a run for early stopping: the best loss so far, its weights, and how long ago that was.
 */
final class BestWeights {
  private final EarlyStopping rule;
  private final float[] weights;
  private double best = Double.POSITIVE_INFINITY;
  private int epochsWithout;

  BestWeights(EarlyStopping rule, float[] initial) {
    this.rule = rule;
    this.weights = initial.clone();
  }

  /** Looks at an epoch. */
  void epochEnded(double monitored, float[] parameters) {
    if (rule.isImprovement(monitored, best)) {
      best = monitored;
      epochsWithout = 0;
      System.arraycopy(parameters, 0, weights, 0, weights.length);
    } else {
      epochsWithout++;
    }
  }

  /** Whether there has been no improvement for as long as the rule allows. */
  boolean isExhausted() {
    return epochsWithout >= rule.patience();
  }

  /** Whether an epoch has ended. */
  boolean exists() {
    return best < Double.POSITIVE_INFINITY;
  }

  /** The lowest loss so far; infinite before the first epoch. */
  double best() {
    return best;
  }

  /** Epochs since then. */
  int epochsWithout() {
    return epochsWithout;
  }

  /** A copy of the weights at that time. */
  float[] copyOfWeights() {
    return weights.clone();
  }

  /** Goes on from where another run was. */
  void restoreState(double best, int epochsWithout, float[] weights) {
    this.best = best;
    this.epochsWithout = epochsWithout;
    System.arraycopy(weights, 0, this.weights, 0, weights.length);
  }
}

package dev.nn.core;

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

  /** Looks at an epoch; false when there has been no improvement for as long as the rule allows. */
  boolean improves(double monitored, float[] parameters) {
    if (monitored < best - rule.minDelta()) {
      best = monitored;
      epochsWithout = 0;
      System.arraycopy(parameters, 0, weights, 0, weights.length);
    } else {
      epochsWithout++;
    }
    return epochsWithout < rule.patience();
  }

  /** Copies the best weights to the parameters, if an epoch has ended. */
  void restore(float[] parameters) {
    if (best < Double.POSITIVE_INFINITY) {
      System.arraycopy(weights, 0, parameters, 0, weights.length);
    }
  }
}

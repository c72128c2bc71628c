package dev.nn.core.internal.run;

import dev.nn.core.training.EarlyStopping;
import dev.nn.core.training.EpochRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a run for early stopping: the best loss or metric so far, its weights, and how long ago
 * that was.
 */
final class BestWeights {
  private static final Logger LOG = LoggerFactory.getLogger("dev.nn.core.Trainer");

  private final EarlyStopping rule;
  private final float[] weights;
  private double best;
  private int epochsWithout;
  private boolean isNanTold;

  BestWeights(EarlyStopping rule, float[] initial) {
    this.rule = rule;
    this.weights = initial.clone();
    this.best = rule.worst();
  }

  /** Looks at an epoch. */
  void epochEnded(EpochRecord epoch, float[] parameters) {
    double monitored = rule.monitored(epoch);
    if (Double.isNaN(monitored) && rule.metric().isPresent() && !isNanTold) {
      isNanTold = true;
      LOG.warn(
          "early stopping watches {}, which is NaN in epoch {}: that counts as no improvement; look"
              + " whether the validation set has examples of every class",
          rule.metric().get(),
          epoch.epoch());
    }
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

  /** Whether a run ends with these weights: the rule says so, and there was an improvement. */
  boolean isTaken() {
    return !rule.keepsLast() && best != rule.worst();
  }

  /** The best number so far; infinite before the first epoch. */
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

package dev.nn.core.training;

import dev.nn.api.NnException;

/**
 * Ends a run when the monitored loss has not improved for some epochs, and takes the weights of the
 * best epoch, as Keras' {@code EarlyStopping} does with {@code restore_best_weights}. The monitored
 * loss is that of the validation set if there is one, else the training loss.
 *
 * @param patience the number of epochs without improvement after which the run ends, at least 1
 * @param minDelta how much lower the loss has to be to count as an improvement, at least 0 and
 *     finite
 */
public record EarlyStopping(int patience, double minDelta) {

  /**
   * Creates a rule and checks its values.
   *
   * @throws NnException if one is out of range
   */
  public EarlyStopping {
    if (patience < 1) {
      throw new NnException("patience must be at least 1, got " + patience);
    }
    if (!(minDelta >= 0 && Double.isFinite(minDelta))) {
      throw new NnException("minDelta must be at least 0 and finite, got " + minDelta);
    }
  }

  /** Creates a rule for which any improvement counts. */
  public EarlyStopping(int patience) {
    this(patience, 0);
  }

  /** Returns whether a loss is lower than the best so far by more than {@code minDelta}. */
  public boolean isImprovement(double loss, double best) {
    return loss < best - minDelta;
  }
}

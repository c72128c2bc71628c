package dev.nn.core.training;

import dev.nn.api.NnException;

/**
 * Ends a run when the monitored loss, that of the validation set where there is one and else the
 * training loss, has not improved for some epochs, and takes the weights of the best epoch. As
 * Keras' {@code EarlyStopping} with {@code restore_best_weights}.
 *
 * @param patience epochs without improvement after which the run ends, at least 1
 * @param minDelta how much lower the loss has to be to count as an improvement, at least 0 and
 *     finite
 */
public record EarlyStopping(int patience, double minDelta) {

  /**
   * Checks the values.
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

  /** Any improvement counts. */
  public EarlyStopping(int patience) {
    this(patience, 0);
  }

  /** Whether a loss is lower than the best so far by more than {@code minDelta}. */
  public boolean isImprovement(double loss, double best) {
    return loss < best - minDelta;
  }
}

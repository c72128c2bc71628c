package dev.nn.core;

import dev.nn.api.NnException;

/**
 * A training run that cannot go on because its loss or its weights are no longer finite. The
 * message says what to try.
 */
public class TrainingException extends NnException {
  private static final long serialVersionUID = 1L;

  private final int epoch;
  private final long step;

  /**
   * @param epoch epoch of the run, from 1
   * @param step update of the run, from 1
   * @param problem what is not finite, and in which layer
   */
  public TrainingException(int epoch, long step, String problem) {
    super(
        "training diverged in epoch %d, step %d: %s; try a smaller learning rate or scale the features"
            .formatted(epoch, step, problem));
    this.epoch = epoch;
    this.step = step;
  }

  /** Epoch of the run, from 1. */
  public int epoch() {
    return epoch;
  }

  /** Update of the run, from 1. */
  public long step() {
    return step;
  }
}

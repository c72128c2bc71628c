package dev.nn.core.training;

import dev.nn.api.NnException;
import java.util.OptionalInt;

/**
 * Tells that a training run cannot go on, because its loss or its weights are no longer finite, or
 * because a plugin has thrown an exception, which is then the cause. The message says what to try,
 * or which plugin it was and where that came from.
 */
public class TrainingException extends NnException {
  private static final long serialVersionUID = 1L;

  private final int epoch;
  private final long step;
  private final int layer;

  /**
   * Creates the exception of a run that diverged.
   *
   * @param epoch the epoch of the run, from 1
   * @param step the update of the run, from 1
   * @param layer the first layer, from 0, where something is not finite, if it is a layer
   * @param problem what is not finite
   */
  public TrainingException(int epoch, long step, OptionalInt layer, String problem) {
    super(
        "training diverged in epoch %s, step %s: %s; try a smaller learning rate or scale the features"
            .formatted(epoch, step, problem));
    this.epoch = epoch;
    this.step = step;
    this.layer = layer.orElse(-1);
  }

  /**
   * Creates the exception of a run in which a plugin threw one.
   *
   * @param layer the layer, from 0, that was at work, if it was one
   * @param problem what went wrong
   * @param cause the exception of the plugin
   */
  public TrainingException(
      int epoch, long step, OptionalInt layer, String problem, Throwable cause) {
    super("training failed in epoch %s, step %s: %s".formatted(epoch, step, problem), cause);
    this.epoch = epoch;
    this.step = step;
    this.layer = layer.orElse(-1);
  }

  /** Returns the epoch of the run, from 1. */
  public int epoch() {
    return epoch;
  }

  /** Returns the update of the run, from 1. */
  public long step() {
    return step;
  }

  /**
   * Returns the first layer, from 0, where something was not finite or failed, or nothing if it was
   * not in a layer.
   */
  public OptionalInt layer() {
    return layer < 0 ? OptionalInt.empty() : OptionalInt.of(layer);
  }
}

package dev.nn.core.training;

import dev.nn.api.NnException;
import java.util.OptionalInt;

/**
 * A training run that cannot go on, because its loss or its weights are no longer finite, or
 * because a plugin has thrown an exception, which is the cause then. The message says what to try,
 * or which plugin it was and where that came from.
 */
public class TrainingException extends NnException {
  private static final long serialVersionUID = 1L;

  private final int epoch;
  private final long step;
  private final int layer;

  /**
   * @param epoch epoch of the run, from 1
   * @param step update of the run, from 1
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
   * A run that ends with an exception.
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

  /** Epoch of the run, from 1. */
  public int epoch() {
    return epoch;
  }

  /** Update of the run, from 1. */
  public long step() {
    return step;
  }

  /** The first layer, from 0, where something was not finite or failed, if it was a layer. */
  public OptionalInt layer() {
    return layer < 0 ? OptionalInt.empty() : OptionalInt.of(layer);
  }
}

package dev.nn.core;

import dev.nn.core.training.EpochRecord;
import dev.nn.core.training.Outcome;
import dev.nn.core.training.TrainingException;
import java.util.List;
import java.util.Optional;

/**
 * What a training run gave.
 *
 * @param outcome how it ended
 * @param history the epochs that were finished
 * @param model the model at the end; after a divergence, the one with the last good weights: those
 *     after the last finished epoch
 * @param failure why the run diverged, if it did
 */
public record TrainingResult(
    Outcome outcome, List<EpochRecord> history, Model model, Optional<TrainingException> failure) {

  public TrainingResult {
    history = List.copyOf(history);
  }

  /**
   * The trained model.
   *
   * @throws TrainingException if the run diverged, so that nobody takes its model for a good one
   *     unawares; {@link #lastGoodModel} has what there is
   */
  @Override
  public Model model() {
    if (failure.isPresent()) {
      throw failure.get();
    }
    return model;
  }

  /** The model at the end; after a divergence, the one after the last finished epoch. */
  public Model lastGoodModel() {
    return model;
  }
}

package dev.nn.core;

import dev.nn.core.training.EpochRecord;
import dev.nn.core.training.Outcome;
import dev.nn.core.training.TrainingException;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of a training run, with its history and its model.
 *
 * @param outcome how the run ended
 * @param history the epochs that were finished
 * @param model the model at the end of the run. After a divergence it has the last good weights,
 *     which are those after the last finished epoch
 * @param failure why the run diverged, if it did
 */
public record TrainingResult(
    Outcome outcome, List<EpochRecord> history, Model model, Optional<TrainingException> failure) {

  public TrainingResult {
    history = List.copyOf(history);
  }

  /**
   * Returns the trained model.
   *
   * @throws TrainingException if the run diverged, so that nobody uses its model in the belief that
   *     it is good; {@link #lastGoodModel} returns what there is
   */
  @Override
  public Model model() {
    if (failure.isPresent()) {
      throw failure.get();
    }
    return model;
  }

  /**
   * Returns the model at the end of the run or, after a divergence, the one after the last finished
   * epoch.
   */
  public Model lastGoodModel() {
    return model;
  }
}

package dev.nn.core;

import dev.nn.core.message.Plural;
import dev.nn.core.training.EpochRecord;
import dev.nn.core.training.Outcome;
import dev.nn.core.training.TrainingException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The outcome of a training run, with its history and its model.
 *
 * @param outcome how the run ended
 * @param history the epochs that were finished
 * @param bestEpoch the epoch whose weights the model has, counted from 1, if early stopping chose
 *     it
 * @param model the model at the end; after a divergence, the one with the last good weights: those
 *     after the last finished epoch
 * @param failure why the run diverged, if it did
 * @param advice what was said of a run that did not learn as it should, with what to try; empty for
 *     a run without such signs
 */
public record TrainingResult(
    Outcome outcome,
    List<EpochRecord> history,
    OptionalInt bestEpoch,
    Model model,
    Optional<TrainingException> failure,
    List<String> advice) {

  public TrainingResult {
    history = List.copyOf(history);
    advice = List.copyOf(advice);
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

  /** How it ended, and the last epoch: {@code completed after 30 epochs, loss 0.0123}. */
  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    text.append(" after ").append(Plural.of(history.size(), "epoch"));
    bestEpoch.ifPresent(epoch -> text.append(" with the weights of epoch ").append(epoch));
    if (!history.isEmpty()) {
      EpochRecord epoch = history.get(bestEpoch.orElse(history.size()) - 1);
      text.append(", loss ").append((float) epoch.loss());
      epoch
          .validationLoss()
          .ifPresent(loss -> text.append(", validation loss ").append((float) loss));
      epoch
          .validationMetrics()
          .forEach(
              (name, value) ->
                  text.append(", validation ").append(name).append(' ').append(value.floatValue()));
    }
    return text.toString();
  }
}

package dev.nn.search;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a trial ended.
 *
 * @param number of the trial, from 1
 * @param settings what was tried
 * @param epochs for how many epochs it was trained
 * @param score how good it was; absent if it failed
 * @param failure why it failed, if it did
 */
public record TrialResult(
    int number, Settings settings, int epochs, OptionalDouble score, Optional<String> failure) {

  static TrialResult of(Trial trial, double score) {
    return Double.isFinite(score)
        ? new TrialResult(
            trial.number(),
            trial.settings(),
            trial.epochs(),
            OptionalDouble.of(score),
            Optional.empty())
        : failed(trial, "the score is " + score);
  }

  static TrialResult failed(Trial trial, String failure) {
    return new TrialResult(
        trial.number(),
        trial.settings(),
        trial.epochs(),
        OptionalDouble.empty(),
        Optional.of(failure));
  }

  /** Whether there is no score. */
  public boolean isFailed() {
    return failure.isPresent();
  }
}

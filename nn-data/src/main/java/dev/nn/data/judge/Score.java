package dev.nn.data.judge;

import dev.nn.data.table.TextTable;
import java.util.List;
import java.util.Objects;

/**
 * A measure of a model beside that of whoever guesses, on the same rows.
 *
 * @param measure its name, such as {@code accuracy} or {@code rmse}
 * @param model of the model
 * @param guess of the guess
 * @param gain by how much the model is better than the guess: the difference of the two, positive
 *     where the model is better. Its interval is narrower than those of the two, which rise and
 *     fall together with the rows
 * @param moreIsBetter whether a larger number is a better one
 */
public record Score(
    String measure, Estimate model, Estimate guess, Estimate gain, boolean moreIsBetter) {

  /** Refuses null. */
  public Score {
    Objects.requireNonNull(measure, "measure");
  }

  /** Whether the model does better than the guess; false if either is not defined. */
  public boolean isBetterThanGuessing() {
    return gain.value() > 0;
  }

  /** Whether it does so in more than 97.5 % of the resamples, and not just by luck. */
  public boolean isSurelyBetterThanGuessing() {
    return gain.low() > 0;
  }

  /** Both with their intervals. */
  @Override
  public String toString() {
    return "%s %s, baseline %s".formatted(measure, model, guess);
  }

  /** Measures below each other. */
  static TextTable table(List<Score> scores) {
    TextTable table = TextTable.ofNumbers(List.of("", "model", "guessing", "better by"));
    for (Score score : scores) {
      table.add(
          score.measure, score.model.toString(), score.guess.toString(), score.gain.toString());
    }
    return table;
  }
}

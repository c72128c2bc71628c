package dev.nn.core.internal.run;

import dev.nn.core.message.Plural;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Follows the loss of a run from epoch to epoch, without penalties on weights, and compares it with
 * that of a guess.
 */
final class LossWatch {
  /** A loss this close to that of a guess is none that was learnt. */
  private static final double HARDLY_BETTER = 0.995;

  private final OptionalDouble guess;
  private double sum;
  private long rows;
  private double firstStep = Double.NaN;
  private double first = Double.NaN;
  private double last = Double.NaN;
  private double lowest = Double.POSITIVE_INFINITY;
  private double best = Double.POSITIVE_INFINITY;

  /**
   * Before the first step.
   *
   * @param guess the loss of whoever guesses without a look at the features, if that is known
   */
  LossWatch(OptionalDouble guess) {
    this.guess = guess;
  }

  /** Notes the mean loss of a batch. */
  void stepEnded(double loss, int count) {
    if (Double.isNaN(firstStep)) {
      firstStep = loss;
    }
    sum += loss * count;
    rows += count;
  }

  /** Makes the mean of an epoch. */
  void epochEnded(OptionalDouble validationLoss) {
    last = sum / rows;
    sum = 0;
    rows = 0;
    lowest = Math.min(lowest, last);
    double validated = validationLoss.orElse(last);
    best = Math.min(best, Double.isNaN(validated) ? last : Math.min(last, validated));
    if (Double.isNaN(first)) {
      first = last;
    }
  }

  /** The loss of the first epoch. */
  double first() {
    return first;
  }

  /** The loss of the last epoch. */
  double last() {
    return last;
  }

  /** Whether the loss has become so much larger that the steps must be too large. */
  Optional<String> exploded(int epoch) {
    double before = epoch == 1 ? firstStep : guess.isPresent() ? lowest : first;
    if (!(epoch == 1 ? hasExplodedAtOnce() : hasExploded(before))) {
      return Optional.empty();
    }
    return Optional.of(
        "the loss explodes: it was %s and is %s in epoch %s, so each step makes it worse; try a tenth of the learning rate, clipNorm, or features scaled with a normalization layer"
            .formatted((float) before, (float) last, epoch));
  }

  /** Within the first epoch. Targets far from zero begin with a large loss, which then falls. */
  private boolean hasExplodedAtOnce() {
    return guess.isPresent() && last > 100 * firstStep && last > 100 * guess.getAsDouble();
  }

  private boolean hasExploded(double before) {
    return last > 10 * before && (guess.isEmpty() || last > 2 * guess.getAsDouble());
  }

  /** Whether so far little was learnt, judged by the guess, or by the first epoch without one. */
  boolean isStuck(int epoch) {
    return guess.isPresent() ? best > 0.5 * guess.getAsDouble() : epoch > 1 && best > 0.9 * first;
  }

  /** Whether the loss is where it began, and not because it is good. */
  boolean hasHardlyMoved() {
    return guess.isPresent() && best > 0.5 * guess.getAsDouble() && last > 0.95 * first;
  }

  /** Whether a loss is far below that of a guess, if that can be known. */
  boolean isGood(double loss) {
    return guess.isPresent() && loss < 0.01 * guess.getAsDouble();
  }

  /**
   * Whether the features were of no use so far, if that can be known. The mean over an epoch counts
   * what the weights were at each step, with dropout and the like, so the weights of this moment
   * are asked before anything is said.
   *
   * @param exact computes the loss of these weights on the training set; nothing if that was
   *     interrupted
   */
  Optional<String> noBetterThanGuessing(int epoch, Supplier<OptionalDouble> exact) {
    if (guess.isEmpty() || isBetterThanGuess(best)) {
      return Optional.empty();
    }
    OptionalDouble loss = exact.get();
    if (loss.isEmpty() || isBetterThanGuess(loss.getAsDouble())) {
      return Optional.empty();
    }
    return Optional.of(
        "after %s the loss is %s, no better than guessing without a look at the features, which gives %s: try another learning rate, scale the features with a normalization layer, or look whether the targets have anything to do with the features"
            .formatted(
                Plural.of(epoch, "epoch"),
                (float) loss.getAsDouble(),
                (float) guess.getAsDouble()));
  }

  private boolean isBetterThanGuess(double loss) {
    return loss < HARDLY_BETTER * guess.orElse(Double.POSITIVE_INFINITY);
  }
}

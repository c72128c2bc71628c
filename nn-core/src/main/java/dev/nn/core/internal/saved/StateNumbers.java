package dev.nn.core.internal.saved;

import dev.nn.core.internal.saved.RunState.Best;
import dev.nn.core.training.EarlyStopping;
import dev.nn.core.training.EpochRecord;
import java.util.List;
import java.util.Optional;

/**
 * The numbers of a checkpoint: where the run is. What is read is checked, each number by itself and
 * all against each other, because a run that went on from numbers that cannot be would not end
 * where it should, and not say so.
 *
 * @param steps updates done
 * @param epoch the current epoch, from 1; 0 before the first
 * @param position examples of it that are done
 * @param lossSum sum of the losses of its examples
 * @param best the best number that early stopping has watched; 0 without it
 * @param epochsWithout epochs since then
 */
record StateNumbers(
    long steps, int epoch, int position, double lossSum, double best, int epochsWithout) {
  static final int COUNT = 6;

  /** Up to here doubles are exact as counts. */
  private static final double LARGEST_COUNT = 0x1p53;

  static StateNumbers of(RunState state) {
    return new StateNumbers(
        state.steps(),
        state.progress().epoch(),
        state.progress().position(),
        state.progress().lossSum(),
        state.best().map(Best::number).orElse(0.0),
        state.best().map(Best::epochsWithout).orElse(0));
  }

  double[] toArray() {
    return new double[] {steps, epoch, position, lossSum, best, epochsWithout};
  }

  /**
   * Reads what {@link #toArray} gave.
   *
   * @throws IllegalArgumentException if a number is none that a run can have
   */
  static StateNumbers of(double[] numbers) {
    require(Double.isFinite(numbers[3]), "the sum of the losses is " + numbers[3]);
    // Before the first epoch has ended it is infinite.
    require(!Double.isNaN(numbers[4]), "the best loss is " + numbers[4]);
    return new StateNumbers(
        count("steps", numbers[0], LARGEST_COUNT),
        (int) count("the epoch", numbers[1], Integer.MAX_VALUE),
        (int) count("the position", numbers[2], Integer.MAX_VALUE),
        numbers[3],
        numbers[4],
        (int) count("epochs without improvement", numbers[5], Integer.MAX_VALUE));
  }

  /** A whole number from 0. */
  static long count(String what, double number, double most) {
    require(number >= 0 && number <= most && number == Math.rint(number), what + ": " + number);
    return (long) number;
  }

  private static void require(boolean condition, String problem) {
    if (!condition) {
      throw new IllegalArgumentException("the state of the training cannot be: " + problem);
    }
  }

  /**
   * Checks that these numbers, the settings and the history are of one run.
   *
   * @throws IllegalArgumentException if they are not
   */
  void check(RunSettings settings, List<EpochRecord> history) {
    long rows = settings.rows();
    long batch = Math.min(rows, settings.batchSize());
    require(
        position <= rows && (position % batch == 0 || position == rows),
        "example %s of %s is not at the end of a step of %s".formatted(position, rows, batch));
    require(epoch > 0 || position == 0, "example %s of epoch 0".formatted(position));
    int finished = position == 0 ? epoch : epoch - 1;
    require(
        history.size() == finished,
        "%s finished epochs, but the history has %s".formatted(finished, history.size()));
    long expected = finished * stepsOf(rows, batch) + stepsOf(position, batch);
    require(
        steps == expected,
        "%s steps where there are %s up to example %s of epoch %s"
            .formatted(steps, expected, position, epoch));
  }

  /**
   * Checks that the numbers of early stopping are those that its rule makes of the history.
   *
   * @param rule nothing if the run is without it
   * @throws IllegalArgumentException if they are not
   */
  void checkStopping(Optional<EarlyStopping> rule, List<EpochRecord> history) {
    double best = rule.map(EarlyStopping::worst).orElse(0.0);
    int without = 0;
    for (EpochRecord epoch : rule.isPresent() ? history : List.<EpochRecord>of()) {
      double monitored = rule.get().monitored(epoch);
      boolean isBetter = rule.get().isImprovement(monitored, best);
      best = isBetter ? monitored : best;
      without = isBetter ? 0 : without + 1;
    }
    require(
        this.best == best,
        "the best %s is %s, but that of the history is %s"
            .formatted(rule.flatMap(EarlyStopping::metric).orElse("loss"), this.best, best));
    require(
        epochsWithout == without,
        "%s epochs without improvement, but %s in the history".formatted(epochsWithout, without));
  }

  private static long stepsOf(long rows, long batch) {
    return (rows + batch - 1) / batch;
  }
}

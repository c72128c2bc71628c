package dev.nn.spark.round;

import dev.nn.core.training.EpochRecord;
import dev.nn.core.training.ShardState;
import java.util.List;
import java.util.Optional;

/**
 * Where a run is between two rounds: all that it needs to go on with the same bits.
 *
 * @param state the weights and what the optimizer remembers
 * @param epoch the epoch in progress, from 1
 * @param round rounds of this epoch that are done
 * @param lossSum Σ rows × mean loss over the epoch so far
 * @param rows the rows of the epoch so far
 * @param history the epochs that are finished
 * @param best the best weights so far, if early stopping watches
 */
public record Progress(
    ShardState state,
    int epoch,
    int round,
    double lossSum,
    long rows,
    List<EpochRecord> history,
    Optional<Best> best) {

  /**
   * The best weights so far.
   *
   * @param number the loss or the metric that they had
   * @param epochsWithout epochs since then
   * @param state the weights
   */
  public record Best(double number, int epochsWithout, ShardState state) {}

  public Progress {
    history = List.copyOf(history);
  }

  /** The beginning of a run. */
  public static Progress start(ShardState state) {
    return new Progress(state, 1, 0, 0, 0, List.of(), Optional.empty());
  }

  /** After a round. */
  Progress next(ShardState after, double loss, long seen) {
    return new Progress(after, epoch, round + 1, lossSum + loss, rows + seen, history, best);
  }
}

package dev.nn.spark.round;

import dev.nn.core.training.ShardGradient;
import dev.nn.core.training.ShardResult;
import dev.nn.core.training.ShardState;
import java.util.List;

/**
 * The rows in their shards, wherever these are, and the machines that compute on them. Results come
 * in the order of the shards.
 */
public interface Shards {
  /** How many rows each shard has. */
  List<Long> rows();

  /** Lets each shard take the steps from {@code first} to before {@code end} of an epoch. */
  List<ShardResult> steps(ShardState from, Round round);

  /** Computes each shard's part of the gradient of the first step of a round. */
  List<ShardGradient> gradients(ShardState at, Round round);

  /**
   * Evaluates the rows.
   *
   * @param keepsPredictions whether predictions, targets and weights are wanted too
   */
  List<Score> evaluate(ShardState at, boolean keepsPredictions);

  /** The rows of all shards together. */
  default long total() {
    return rows().stream().mapToLong(Long::longValue).sum();
  }
}

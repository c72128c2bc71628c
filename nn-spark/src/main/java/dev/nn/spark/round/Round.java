package dev.nn.spark.round;

import dev.nn.core.training.ShardSlice;
import java.io.Serializable;

/**
 * The steps of one round.
 *
 * @param epoch the epoch, from 1
 * @param first the first step, from 0
 * @param end the step after the last one
 * @param steps how many steps the epoch has
 */
public record Round(int epoch, int first, int end, int steps) implements Serializable {
  /** The part of the round that a shard has to do. */
  public ShardSlice of(int shard) {
    return new ShardSlice(shard, epoch, first, end, steps);
  }
}

package dev.nn.core.training;

/**
 * A part of the work of an epoch: some consecutive steps on the rows of one shard. Every shard does
 * the same number of steps in an epoch, and goes through all of its rows meanwhile, so batches of a
 * shard with more rows are larger.
 *
 * @param shard number of the shard, from 0
 * @param epoch the epoch, from 1
 * @param first the first of the steps, from 0
 * @param end the step after the last one, at most {@code steps}
 * @param steps how many steps the epoch has
 */
public record ShardSlice(int shard, int epoch, int first, int end, int steps) {
  public ShardSlice {
    if (shard < 0 || epoch < 1 || first < 0 || end <= first || end > steps) {
      throw new IllegalArgumentException(
          "no steps of an epoch: shard %s, epoch %s, steps %s to %s of %s"
              .formatted(shard, epoch, first, end, steps));
    }
  }

  /** The first row of a step, in the order of the epoch, if the shard has so many rows. */
  public int firstRow(int step, int rows) {
    return (int) ((long) rows * step / steps);
  }

  /**
   * The row after the last one of a step. Each step has a row at least, so that a shard of few rows
   * shows some of them again.
   */
  public int endRow(int step, int rows) {
    return Math.max(firstRow(step, rows) + 1, firstRow(step + 1, rows));
  }
}

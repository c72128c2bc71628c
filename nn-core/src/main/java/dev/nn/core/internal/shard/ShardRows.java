package dev.nn.core.internal.shard;

import dev.nn.core.dataset.Dataset;
import dev.nn.core.internal.engine.BatchSource;
import dev.nn.core.internal.engine.Streams;
import dev.nn.core.internal.run.Shuffle;
import dev.nn.core.training.ShardSlice;
import dev.nn.core.training.Shuffling;
import dev.nn.math.Matrix;
import java.util.Arrays;

/** The batches of a shard in one epoch, whose order depends on seed, shard and epoch only. */
final class ShardRows implements BatchSource {
  private final Dataset data;
  private final ShardSlice slice;
  private final int[] order;
  private int first;

  /**
   * @param seed the seed of the shard
   */
  ShardRows(Dataset data, ShardSlice slice, long seed, Shuffling shuffling) {
    this.data = data;
    this.slice = slice;
    this.order = new int[data.rows()];
    switch (shuffling) {
      case EACH_EPOCH -> Shuffle.shuffle(order, Streams.shuffle(seed, slice.epoch()));
      case ONCE -> Shuffle.shuffle(order, Streams.shuffle(seed, 1));
      case NEVER -> Arrays.setAll(order, place -> place);
    }
  }

  /** Goes to a step of the slice, and returns how many rows it has. */
  int goTo(int step) {
    first = slice.firstRow(step, order.length);
    return slice.endRow(step, order.length) - first;
  }

  /** Rows of the largest batch of the slice. */
  int largestBatch() {
    int largest = 1;
    for (int step = slice.first(); step < slice.end(); step++) {
      largest = Math.max(largest, goTo(step));
    }
    return largest;
  }

  @Override
  public void read(int place, int row, Matrix features, Matrix targets) {
    int example = order[first + place];
    data.readFeatures(example, features, row);
    data.readTarget(example, targets, row);
  }

  @Override
  public double weight(int place) {
    return data.weight(order[first + place]);
  }
}

package dev.nn.spark.round;

import dev.nn.api.DataException;
import java.util.Arrays;

/** Packs the rows of a shard one behind the other, as they come. */
public final class Packing {
  private static final int FIRST_ROWS = 64;

  /** A little less than the longest array, as virtual machines have it. */
  private static final int MOST_NUMBERS = Integer.MAX_VALUE - 16;

  private final int stride;
  private float[] numbers;
  private int used;

  /**
   * @param stride numbers of a row
   */
  public Packing(int stride) {
    this.stride = stride;
    this.numbers = new float[(int) Math.min(MOST_NUMBERS, (long) FIRST_ROWS * stride)];
  }

  /**
   * Adds a row.
   *
   * @param key the row as {@link RowKey} makes it
   * @throws DataException if the shard is full
   */
  public void add(byte[] key) {
    long needed = (long) used + stride;
    if (needed > MOST_NUMBERS) {
      throw new DataException(
          "a shard has more than %s rows, which no array holds: set shards to a larger number"
              .formatted(used / stride));
    }
    if (needed > numbers.length) {
      long grown = Math.min(MOST_NUMBERS, numbers.length + (numbers.length >> 1) + needed);
      numbers = Arrays.copyOf(numbers, (int) grown);
    }
    RowKey.copy(key, numbers, used, stride);
    used += stride;
  }

  /** The rows that were added, in an array of their size. */
  public float[] packed() {
    return used == numbers.length ? numbers : Arrays.copyOf(numbers, used);
  }
}

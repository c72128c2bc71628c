package dev.nn.spark.round;

import dev.nn.api.DataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Packs the rows of a shard one behind the other, as they come, into arrays of some rows each. So a
 * shard takes its own size in memory while it is filled, and not that of copies besides.
 */
public final class Packing {
  /** Numbers of an array, about: 1 MB. */
  private static final int NUMBERS = 1 << 18;

  private final int stride;
  private final List<float[]> full = new ArrayList<>();
  private float[] numbers;
  private int used;

  /**
   * @param stride numbers of a row
   */
  public Packing(int stride) {
    this.stride = stride;
    this.numbers = new float[rowsOfAnArray(stride) * stride];
  }

  /** How many rows each array has but the last, which may have fewer. */
  static int rowsOfAnArray(int stride) {
    return Math.max(1, NUMBERS / stride);
  }

  /**
   * Adds a row.
   *
   * @param key the row as {@link RowKey} makes it
   */
  public void add(byte[] key) {
    if (used == numbers.length) {
      full.add(numbers);
      numbers = new float[numbers.length];
      used = 0;
    }
    RowKey.copy(key, numbers, used, stride);
    used += stride;
  }

  /** The rows that were added. */
  public float[][] packed() {
    List<float[]> all = new ArrayList<>(full);
    if (used > 0) {
      all.add(Arrays.copyOf(numbers, used));
    }
    return all.toArray(float[][]::new);
  }

  /**
   * How many rows there are in such arrays.
   *
   * @throws DataException if they are more than a data set may have
   */
  public static int rows(float[][] packed, int stride) {
    long rows = Arrays.stream(packed).mapToLong(part -> part.length / stride).sum();
    if (rows > Integer.MAX_VALUE) {
      throw new DataException(
          "a shard has %s rows, of which it may have %s: set shards to a larger number"
              .formatted(rows, Integer.MAX_VALUE));
    }
    return (int) rows;
  }

  /** A hash of the numbers in such arrays. */
  public static int hash(float[][] packed) {
    return Arrays.deepHashCode(packed);
  }
}

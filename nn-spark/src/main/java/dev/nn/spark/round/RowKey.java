package dev.nn.spark.round;

import dev.nn.math.CounterRandom;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * A packed row as bytes, behind a hash of its key or of its content. The hash says which shard the
 * row belongs to, and the bytes where it stands there, so both depend on the row and the seed
 * alone.
 */
public final class RowKey {
  private RowKey() {}

  /** The bytes of a row. */
  public static byte[] of(float[] packed, long hash) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + packed.length * Float.BYTES);
    bytes.putLong(hash);
    bytes.asFloatBuffer().put(packed);
    return bytes.array();
  }

  /** The hash of a row by its numbers. */
  public static long ofContent(float[] packed, long seed) {
    long hash = CounterRandom.key(seed);
    for (float number : packed) {
      hash = CounterRandom.subkey(hash, Float.floatToIntBits(number));
    }
    return hash;
  }

  /** The hash of a row by its key, which counts as the text that it prints as. */
  public static long ofKey(Object key, long seed) {
    long hash = CounterRandom.key(seed);
    for (byte part : String.valueOf(key).getBytes(StandardCharsets.UTF_8)) {
      hash = CounterRandom.subkey(hash, part);
    }
    return hash;
  }

  /** Copies the numbers of a row to a place in an array. */
  public static void copy(byte[] key, float[] into, int at, int numbers) {
    ByteBuffer.wrap(key, Long.BYTES, numbers * Float.BYTES).asFloatBuffer().get(into, at, numbers);
  }

  /** The order of rows in a shard. */
  public static final class Order implements Comparator<byte[]>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public int compare(byte[] one, byte[] other) {
      return Arrays.compareUnsigned(one, other);
    }
  }

  /** The shard of a row, from 0. */
  public static int shard(byte[] key, int shards) {
    return (int) Long.remainderUnsigned(ByteBuffer.wrap(key).getLong(), shards);
  }
}

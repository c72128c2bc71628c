package dev.nn.core.internal.mapped;

import dev.nn.api.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * The numbers of a file where they are: mapped into memory, and checked block by block when they
 * are read for the first time. A buffer of Java has at most 2 GiB, so that a larger file has
 * several, each of which has as much of the next one as the longest row takes.
 */
final class MappedBytes {
  private static final long SEGMENT = 1L << 30;

  private final Path file;
  private final long bytes;
  private final ByteBuffer[] segments;
  private final double[] sums;

  /** Of each block whether it was looked at. Who sees an old value looks once more. */
  private final boolean[] checked;

  private MappedBytes(Path file, long bytes, ByteBuffer[] segments, double[] sums) {
    this.file = file;
    this.bytes = bytes;
    this.segments = segments;
    this.sums = sums;
    this.checked = new boolean[sums.length - 1];
  }

  /**
   * Maps the data of a file. The mapping outlives the channel.
   *
   * @param longest bytes that are read at once at most, below 1 GiB
   */
  static MappedBytes map(Path file, FileChannel channel, MappedLayout layout, long longest)
      throws IOException {
    long bytes = layout.dataBytes();
    ByteBuffer[] segments = new ByteBuffer[(int) ((bytes + SEGMENT - 1) / SEGMENT)];
    for (int i = 0; i < segments.length; i++) {
      long begin = i * SEGMENT;
      long size = Math.min(bytes - begin, SEGMENT + longest);
      segments[i] =
          channel
              .map(FileChannel.MapMode.READ_ONLY, layout.dataStart() + begin, size)
              .order(ByteOrder.LITTLE_ENDIAN);
    }
    return new MappedBytes(file, bytes, segments, layout.sums());
  }

  /** Copies floats. */
  void read(long offset, float[] into, int at, int count) {
    check(offset, (long) count * Float.BYTES);
    try {
      ByteBuffer segment = segments[(int) (offset / SEGMENT)];
      // The view is an object that does not leave this method.
      segment.asFloatBuffer().get((int) (offset % SEGMENT) / Float.BYTES, into, at, count);
    } catch (InternalError e) {
      throw gone(e);
    }
  }

  /** A number in double precision. */
  double readDouble(long offset) {
    check(offset, Double.BYTES);
    try {
      return segments[(int) (offset / SEGMENT)].getDouble((int) (offset % SEGMENT));
    } catch (InternalError e) {
      throw gone(e);
    }
  }

  /** What Java makes of the signal that the pages of a file are no longer there. */
  private DataException gone(InternalError e) {
    return new DataException(
        file + " became shorter while it was read; it must stay as it is as long as it is used", e);
  }

  private void check(long offset, long count) {
    int last = (int) ((offset + count - 1) / Checksum.BLOCK);
    for (int block = (int) (offset / Checksum.BLOCK); block <= last; block++) {
      if (!checked[block]) {
        checkBlock(block);
      }
    }
  }

  private void checkBlock(int block) {
    long begin = (long) block * Checksum.BLOCK;
    int from = (int) (begin % SEGMENT);
    int size = (int) Math.min(Checksum.BLOCK, bytes - begin);
    CRC32C sum = new CRC32C();
    try {
      sum.update(segments[(int) (begin / SEGMENT)].slice(from, size));
    } catch (InternalError e) {
      throw gone(e);
    }
    if (sum.getValue() != sums[block + 1]) {
      throw new DataException(
          "%s: bytes %s to %s of its numbers are not those that were written: the file was changed or damaged%s"
              .formatted(file, begin, begin + size - 1, MappedLayout.AGAIN));
    }
    checked[block] = true;
  }

  /** Reads everything that was not read yet. */
  void checkAll() {
    check(0, bytes);
  }
}

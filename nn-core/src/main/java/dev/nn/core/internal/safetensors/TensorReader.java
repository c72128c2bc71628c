package dev.nn.core.internal.safetensors;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads tensor files, first the header and then the tensors in order. No more memory is allocated
 * than the size of the file justifies or, for a stream, little more than has been read. Only after
 * the last tensor is it known whether the checksum holds.
 */
public final class TensorReader {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final boolean isSizeKnown;
  private final TensorHeader header;
  private final MessageDigest digest = Checksums.sha256();
  private final long dataStart;
  private long position;
  private int next;

  /**
   * @param header its size fits the file's, if that is known
   * @param bytes the header's, the digits of the checksum replaced by zeros
   */
  TensorReader(InputStream in, boolean isSizeKnown, TensorHeader header, byte[] bytes) {
    this.in = in;
    this.isSizeKnown = isSizeKnown;
    this.header = header;
    this.dataStart = Long.BYTES + (long) bytes.length;
    this.position = dataStart;
    digest.update(bytes);
  }

  /**
   * Reads the header and checks it against the size.
   *
   * @param size bytes of the whole file
   * @throws FormatException if the file breaks the rules
   */
  public static TensorReader open(InputStream in, long size) throws IOException, FormatException {
    return new HeaderReader(in, OptionalLong.of(size)).read();
  }

  /**
   * Reads the header of a file that is all of a stream. No more is read of it in the end than the
   * header says, and one byte to see that there is none.
   *
   * @throws FormatException if the header breaks the rules, or says more than fits in an array
   */
  public static TensorReader open(InputStream in) throws IOException, FormatException {
    return new HeaderReader(in, OptionalLong.empty()).read();
  }

  /** What the header says. */
  public TensorHeader header() {
    return header;
  }

  /**
   * Reads the next tensors, one after the other, into one array.
   *
   * @throws FormatException if there are fewer, one is not of type F32, or they do not fit in an
   *     array or in memory
   */
  public float[] readFloats(int tensors) throws IOException, FormatException {
    List<TensorEntry> entries = next(tensors, TensorType.F32);
    ArrayLength length = length(entries, TensorType.F32);
    float[] target = new float[length.atFirst()];
    int at = 0;
    for (TensorEntry entry : entries) {
      for (long left = size(entry); left > 0; left -= BUFFER) {
        FloatBuffer numbers = chunk(left).asFloatBuffer();
        int end = at + numbers.remaining();
        if (end > target.length) {
          target = Arrays.copyOf(target, length.next(end));
        }
        numbers.get(target, at, numbers.remaining());
        at = end;
      }
    }
    return target;
  }

  /**
   * Reads the next tensor.
   *
   * @throws FormatException if there is none, it is not of type F64, or does not fit in an array or
   *     in memory
   */
  public double[] readDoubles() throws IOException, FormatException {
    TensorEntry entry = next(1, TensorType.F64).get(0);
    ArrayLength length = length(List.of(entry), TensorType.F64);
    double[] target = new double[length.atFirst()];
    int at = 0;
    for (long left = size(entry); left > 0; left -= BUFFER) {
      DoubleBuffer numbers = chunk(left).asDoubleBuffer();
      int end = at + numbers.remaining();
      if (end > target.length) {
        target = Arrays.copyOf(target, length.next(end));
      }
      numbers.get(target, at, numbers.remaining());
      at = end;
    }
    return target;
  }

  /**
   * Reads the tensors that are left, one after the other, into one array: those of type F32, BF16,
   * and I8, whose whole numbers become floats.
   *
   * @throws FormatException if one is of another type, or they do not fit in an array or in memory
   */
  public float[] readAsFloats() throws IOException, FormatException {
    List<TensorEntry> entries = header.tensors().subList(next, header.tensors().size());
    next = header.tensors().size();
    ArrayLength length = length(entries, TensorType.F32);
    float[] target = new float[length.atFirst()];
    int at = 0;
    for (TensorEntry entry : entries) {
      for (long left = size(entry); left > 0; left -= BUFFER) {
        ByteBuffer numbers = chunk(left);
        int end = at + numbers.remaining() / entry.type().bytes();
        if (end > target.length) {
          target = Arrays.copyOf(target, length.next(end));
        }
        while (at < end) {
          target[at++] = entry.type().readFloat(numbers);
        }
      }
    }
    return target;
  }

  /** Skips the tensors that are left, of whatever type, so that the file can be verified. */
  public void readRest() throws IOException, FormatException {
    while (next < header.tensors().size()) {
      skip(header.tensors().get(next++));
    }
  }

  /**
   * Skips the next tensors.
   *
   * @throws FormatException if there are fewer, or one is not of type F32
   */
  public void skipFloats(int tensors) throws IOException, FormatException {
    for (TensorEntry entry : next(tensors, TensorType.F32)) {
      skip(entry);
    }
  }

  private void skip(TensorEntry entry) throws IOException, FormatException {
    for (long left = size(entry); left > 0; left -= BUFFER) {
      chunk(left);
    }
  }

  private List<TensorEntry> next(int count, TensorType type) throws FormatException {
    if (next + count > header.tensors().size()) {
      throw new FormatException(Long.BYTES, "a tensor is missing");
    }
    List<TensorEntry> entries = header.tensors().subList(next, next + count);
    for (TensorEntry entry : entries) {
      if (entry.type() != type) {
        throw new FormatException(
            Long.BYTES, "tensor " + entry.name() + " is of type " + entry.type() + ", not " + type);
      }
    }
    next += count;
    return entries;
  }

  private static long size(TensorEntry entry) {
    return entry.end() - entry.begin();
  }

  private ArrayLength length(List<TensorEntry> entries, TensorType type) throws FormatException {
    long numbers = 0;
    for (TensorEntry entry : entries) {
      numbers += entry.count();
    }
    return new ArrayLength(numbers, type, dataStart, isSizeKnown);
  }

  /** The next bytes of a tensor of which so many are left. */
  private ByteBuffer chunk(long left) throws IOException, FormatException {
    int wanted = (int) Math.min(left, BUFFER);
    byte[] bytes = in.readNBytes(wanted);
    position += bytes.length;
    if (bytes.length < wanted) {
      throw new FormatException(
          position, endsInData(dataStart + header.dataSize()), new EOFException());
    }
    digest.update(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static String endsInData(long expected) {
    return "the file ends in its data; it should have "
        + expected
        + " bytes; copy or save it again";
  }

  /**
   * Checks, after the last tensor, that nothing was changed since the file was written, and that a
   * stream ends with it.
   *
   * @throws FormatException if the checksum does not hold, or there is more
   */
  public void verify() throws IOException, FormatException {
    String found = HexFormat.of().formatHex(digest.digest());
    String expected = header.metadata().getOrDefault(TensorHeader.CHECKSUM, "");
    if (!found.equals(expected)) {
      throw new FormatException(
          Long.BYTES,
          "the checksum does not hold: the file was changed or damaged after it was written; copy or save it again");
    }
    if (!isSizeKnown && in.read() >= 0) {
      throw new FormatException(position, "more bytes follow the data");
    }
  }
}

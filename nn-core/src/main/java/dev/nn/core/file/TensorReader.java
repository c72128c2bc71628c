package dev.nn.core.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Reads tensor files: first the header, then the tensors in order. Nothing is allocated that the
 * file's size does not back; whether the checksum holds is known after the last tensor.
 */
public final class TensorReader {
  static final int MAX_HEADER = 4 << 20;
  private static final int BUFFER = 1 << 16;
  private static final String HEX_DIGITS = "[0-9a-f]{64}";

  private final InputStream in;
  private final TensorHeader header;
  private final MessageDigest digest = Checksums.sha256();
  private final long dataStart;
  private long position;
  private int next;

  private TensorReader(InputStream in, TensorHeader header, byte[] bytes) {
    this.in = in;
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
    if (size < Long.BYTES) {
      throw FormatException.foreign(
          size, size == 0 ? "it is empty" : "it ends before the length of its header");
    }
    long length =
        ByteBuffer.wrap(exactly(in, Long.BYTES, 0)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > MAX_HEADER) {
      throw FormatException.foreign(
          0, "the header's length is " + length + ", not from 2 to " + MAX_HEADER);
    }
    if (length > size - Long.BYTES) {
      throw new FormatException(
          size, "the file ends in its header, which should have " + length + " bytes");
    }
    byte[] bytes = exactly(in, (int) length, Long.BYTES);
    TensorHeader header = parse(bytes, in);
    long expected = Long.BYTES + length + header.dataSize();
    if (size < expected) {
      throw new FormatException(
          size, "the file ends in its data; it should have " + expected + " bytes");
    }
    if (size > expected) {
      throw new FormatException(expected, (size - expected) + " bytes follow the data");
    }
    if (!zeroChecksum(bytes, header.metadata())) {
      throw FormatException.foreign(
          Long.BYTES,
          "its metadata has no sha256 with 64 digits: this framework has not written it");
    }
    return new TensorReader(in, header, bytes);
  }

  /** What breaks the rules of this version may keep those of a newer one. */
  private static TensorHeader parse(byte[] bytes, InputStream in)
      throws IOException, FormatException {
    try {
      return HeaderParser.parse(bytes, Long.BYTES);
    } catch (FormatException e) {
      throw e.inWholeFile(versionIfWhole(bytes, in));
    }
  }

  /** The version of a file with a header that cannot be read; 0 if its checksum does not hold. */
  private static long versionIfWhole(byte[] bytes, InputStream in) throws IOException {
    Map<String, String> texts = StatedVersion.texts(bytes);
    long version = StatedVersion.of(texts);
    if (version == 0 || !zeroChecksum(bytes, texts)) {
      return 0;
    }
    MessageDigest digest = Checksums.sha256();
    digest.update(bytes);
    byte[] buffer = new byte[BUFFER];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      digest.update(buffer, 0, count);
    }
    String found = HexFormat.of().formatHex(digest.digest());
    return found.equals(texts.get(TensorHeader.CHECKSUM)) ? version : 0;
  }

  /** False if there is none. */
  private static boolean zeroChecksum(byte[] bytes, Map<String, String> texts) {
    String checksum = texts.getOrDefault(TensorHeader.CHECKSUM, "");
    int at = checksum.matches(HEX_DIGITS) ? TensorHeader.checksumPosition(bytes, checksum) : -1;
    if (at < 0) {
      return false;
    }
    byte[] zeros = TensorHeader.NO_CHECKSUM.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(zeros, 0, bytes, at, zeros.length);
    return true;
  }

  /** What the header says. */
  public TensorHeader header() {
    return header;
  }

  /**
   * Reads all tensors, one after the other, into one array.
   *
   * @throws FormatException if one is not of type F32, or they do not fit in an array
   */
  public float[] readAllFloats() throws IOException, FormatException {
    return readFloats(header.tensors().size());
  }

  /**
   * Reads the next tensors, one after the other, into one array.
   *
   * @throws FormatException if there are fewer, one is not of type F32, or they do not fit in an
   *     array
   */
  public float[] readFloats(int tensors) throws IOException, FormatException {
    List<TensorEntry> entries = next(tensors, TensorType.F32);
    float[] target = new float[total(entries)];
    int[] at = {0};
    for (TensorEntry entry : entries) {
      read(entry, buffer -> target[at[0]++] = buffer.getFloat());
    }
    return target;
  }

  /**
   * Reads the next tensor.
   *
   * @throws FormatException if there is none, or it is not of type F64
   */
  public double[] readDoubles() throws IOException, FormatException {
    List<TensorEntry> entries = next(1, TensorType.F64);
    double[] target = new double[total(entries)];
    int[] at = {0};
    read(entries.get(0), buffer -> target[at[0]++] = buffer.getDouble());
    return target;
  }

  /** Reads over the tensors that are left, of whatever type, so that the file can be verified. */
  public void readRest() throws IOException, FormatException {
    while (next < header.tensors().size()) {
      read(header.tensors().get(next++), buffer -> buffer.position(buffer.limit()));
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

  private int total(List<TensorEntry> entries) throws FormatException {
    long total = entries.stream().mapToLong(TensorEntry::count).sum();
    if (total > Integer.MAX_VALUE - 8) {
      throw new FormatException(dataStart, total + " numbers do not fit in one array");
    }
    return (int) total;
  }

  private interface NumberSink {
    void take(ByteBuffer buffer);
  }

  private void read(TensorEntry entry, NumberSink sink) throws IOException, FormatException {
    long left = entry.end() - entry.begin();
    while (left > 0) {
      byte[] bytes = exactly(in, (int) Math.min(left, BUFFER), position);
      digest.update(bytes);
      ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      while (buffer.hasRemaining()) {
        sink.take(buffer);
      }
      position += bytes.length;
      left -= bytes.length;
    }
  }

  /**
   * Checks, after the last tensor, that nothing was changed since the file was written.
   *
   * @throws FormatException if the checksum does not hold
   */
  public void verify() throws FormatException {
    String found = HexFormat.of().formatHex(digest.digest());
    String expected = header.metadata().getOrDefault(TensorHeader.CHECKSUM, "");
    if (!found.equals(expected)) {
      throw new FormatException(
          Long.BYTES,
          "the checksum does not hold: the file was changed or damaged after it was written");
    }
  }

  private static byte[] exactly(InputStream in, int count, long position)
      throws IOException, FormatException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new FormatException(position + bytes.length, "the file ends here", new EOFException());
    }
    return bytes;
  }
}

package dev.nn.core.internal.safetensors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Reads the header at the start of a tensor file, and checks everything that can be checked before
 * the data is read.
 */
final class HeaderReader {
  static final int MAX_BYTES = 4 << 20;

  /** The most that is read from a stream, which is as many bytes as an array of floats can have. */
  private static final long MOST_STREAMED = (long) Float.BYTES * Integer.MAX_VALUE;

  private static final int BUFFER = 1 << 16;
  private static final String HEX_DIGITS = "[0-9a-f]{64}";

  private final InputStream in;
  private final OptionalLong size;

  /**
   * @param size bytes of the whole file; nothing for a stream, of which that is not known
   */
  HeaderReader(InputStream in, OptionalLong size) {
    this.in = in;
    this.size = size;
  }

  /** Reads on to the data. */
  TensorReader read() throws IOException, FormatException {
    byte[] bytes = bytes();
    TensorHeader header = parse(bytes);
    checkSize(Long.BYTES + (long) bytes.length, header.dataSize());
    if (!zeroChecksum(bytes, header.metadata())) {
      throw FormatException.foreign(
          Long.BYTES,
          "nn-dataset".equals(header.metadata().get("format"))
              ? "it is a data set that was converted to be trained on: open it with MappedTable or DatasetFile, as docs/big-data.md shows"
              : "its metadata has no sha256 with 64 digits: this framework has not written it");
    }
    return new TensorReader(in, size.isPresent(), header, bytes);
  }

  private byte[] bytes() throws IOException, FormatException {
    byte[] start = in.readNBytes(Long.BYTES);
    if (start.length < Long.BYTES) {
      throw FormatException.foreign(
          start.length,
          start.length == 0 ? "it is empty" : "it ends before the length of its header");
    }
    long length = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > MAX_BYTES) {
      throw FormatException.foreign(
          0,
          "the header's length is "
              + length
              + ", not from 2 to "
              + MAX_BYTES
              + "; name a model or a checkpoint");
    }
    byte[] bytes = in.readNBytes((int) length);
    if (bytes.length < length) {
      throw new FormatException(
          Long.BYTES + (long) bytes.length,
          "the file ends in its header, which should have "
              + length
              + " bytes; copy or save it again");
    }
    return bytes;
  }

  /** Parses a header. One that breaks the rules of this version may keep those of a newer one. */
  private TensorHeader parse(byte[] bytes) throws IOException, FormatException {
    try {
      return HeaderParser.parse(bytes, Long.BYTES);
    } catch (FormatException e) {
      throw e.inWholeFile(versionIfWhole(bytes));
    }
  }

  /**
   * The version of a file with a header that cannot be read; 0 if its checksum does not hold. Where
   * a stream ends only such a header could tell: its version is believed.
   */
  private long versionIfWhole(byte[] bytes) throws IOException {
    Map<String, String> texts = StatedVersion.texts(bytes);
    long version = StatedVersion.of(texts);
    if (version == 0 || !zeroChecksum(bytes, texts)) {
      return 0;
    }
    if (size.isEmpty()) {
      return version;
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

  private void checkSize(long dataStart, long dataSize) throws FormatException {
    if (size.isEmpty()) {
      if (dataSize > MOST_STREAMED) {
        throw new FormatException(
            Long.BYTES,
            dataSize + " bytes of data are more than is read from a stream: " + MOST_STREAMED);
      }
      return;
    }
    long found = size.getAsLong();
    long expected = dataStart + dataSize;
    if (found < expected) {
      throw new FormatException(found, TensorReader.endsInData(expected));
    }
    if (found > expected) {
      throw new FormatException(expected, (found - expected) + " bytes follow the data");
    }
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
}

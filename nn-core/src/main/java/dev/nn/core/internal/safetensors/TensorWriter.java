package dev.nn.core.internal.safetensors;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Writes tensor files: eight bytes with the length of the header, the header, the data; all numbers
 * little-endian.
 */
public final class TensorWriter {
  private static final int BUFFER = 1 << 16;

  private TensorWriter() {}

  /** Writes a file. Equal contents give equal bytes. */
  public static void write(OutputStream out, Map<String, String> metadata, List<Tensor> tensors)
      throws IOException {
    byte[] header = TensorHeader.of(metadata, tensors).toBytes();
    if (header.length > HeaderReader.MAX_BYTES) {
      throw new IOException(
          "names, labels and layers need %s bytes, but a header has at most %s"
              .formatted(header.length, HeaderReader.MAX_BYTES));
    }
    MessageDigest digest = Checksums.sha256();
    digest.update(header);
    for (Tensor tensor : tensors) {
      chunks(tensor, (bytes, length) -> digest.update(bytes, 0, length));
    }
    byte[] checksum = HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.US_ASCII);
    int at = TensorHeader.checksumPosition(header, TensorHeader.NO_CHECKSUM);
    System.arraycopy(checksum, 0, header, at, checksum.length);
    out.write(
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(header.length)
            .array());
    out.write(header);
    for (Tensor tensor : tensors) {
      chunks(tensor, (bytes, length) -> out.write(bytes, 0, length));
    }
  }

  private interface Sink {
    void accept(byte[] bytes, int length) throws IOException;
  }

  private static void chunks(Tensor tensor, Sink sink) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < tensor.count(); i++) {
      tensor.put(i, buffer);
      if (!buffer.hasRemaining()) {
        sink.accept(buffer.array(), buffer.position());
        buffer.clear();
      }
    }
    sink.accept(buffer.array(), buffer.position());
  }
}

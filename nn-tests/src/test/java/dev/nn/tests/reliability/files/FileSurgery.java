package dev.nn.tests.reliability.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes model files apart and puts them together with a checksum that holds: damage that only an
 * attacker can make. Knows the format from its description, and shares no code with the reader.
 */
public final class FileSurgery {
  private static final Pattern CHECKSUM = Pattern.compile("\"sha256\":\"([0-9a-f]{64})\"");

  private FileSurgery() {}

  public static String header(byte[] file) {
    return new String(file, Long.BYTES, headerLength(file), StandardCharsets.UTF_8);
  }

  public static byte[] data(byte[] file) {
    return Arrays.copyOfRange(file, Long.BYTES + headerLength(file), file.length);
  }

  private static int headerLength(byte[] file) {
    return (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  /** The file with another header, and the checksum that then holds. */
  public static byte[] withHeader(byte[] file, UnaryOperator<String> change) {
    return sealed(change.apply(header(file)), data(file));
  }

  /** A file of a header and data; the checksum in the header is put right if there is one. */
  public static byte[] sealed(String header, byte[] data) {
    Matcher checksum = CHECKSUM.matcher(header);
    if (!checksum.find()) {
      return joined(header.getBytes(StandardCharsets.UTF_8), data);
    }
    StringBuilder text = new StringBuilder(header);
    text.replace(checksum.start(1), checksum.end(1), "0".repeat(64));
    MessageDigest digest = sha256();
    digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
    text.replace(checksum.start(1), checksum.end(1), HexFormat.of().formatHex(digest.digest(data)));
    return joined(text.toString().getBytes(StandardCharsets.UTF_8), data);
  }

  private static byte[] joined(byte[] header, byte[] data) {
    return ByteBuffer.allocate(Long.BYTES + header.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .put(data)
        .array();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}

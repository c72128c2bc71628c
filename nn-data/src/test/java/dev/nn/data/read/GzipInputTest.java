package dev.nn.data.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.data.IdxFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class GzipInputTest {
  private static final byte[] TEXT =
      "one two three".getBytes(java.nio.charset.StandardCharsets.UTF_8);

  private static byte[] unpack(byte[] packed) throws IOException {
    try (InputStream in = GzipInput.unpacked(new ByteArrayInputStream(packed), "f.gz")) {
      return in.readAllBytes();
    }
  }

  private static String fault(byte[] packed) {
    return assertThrows(DataException.class, () -> unpack(packed)).getMessage();
  }

  private static byte[] join(byte[]... parts) {
    byte[] whole = new byte[0];
    for (byte[] part : parts) {
      int start = whole.length;
      whole = Arrays.copyOf(whole, start + part.length);
      System.arraycopy(part, 0, whole, start, part.length);
    }
    return whole;
  }

  @Test
  void whatIsNotPackedComesAsItIs() throws IOException {
    for (byte[] plain : new byte[][] {{}, {0x1f}, {0x1f, 0x1f}, TEXT}) {
      assertArrayEquals(plain, unpack(plain));
    }
  }

  @Test
  void dataLongerThanTheBuffersAreUnpacked() throws IOException {
    long seed = 7;
    byte[] data = new byte[300_000];
    new Random(seed).nextBytes(data);

    assertArrayEquals(data, unpack(IdxFiles.gzip(data)), "seed " + seed);
    assertEquals(0, unpack(IdxFiles.gzip(new byte[0])).length);
  }

  @Test
  void bytesCanBeReadOneByOne() throws IOException {
    byte[] data = {0, (byte) 0xff, 5};
    try (InputStream in =
        GzipInput.unpacked(new ByteArrayInputStream(IdxFiles.gzip(data)), "f.gz")) {
      assertInstanceOf(GzipInput.class, in);
      assertEquals(0, in.read());
      assertEquals(255, in.read());
      assertEquals(5, in.read());
      assertEquals(-1, in.read());
      assertEquals(-1, in.read());
    }
  }

  @Test
  void severalMembersAreOneFile() throws IOException {
    byte[] packed = IdxFiles.gzip(TEXT);

    assertArrayEquals(join(TEXT, TEXT), unpack(join(packed, packed)));
  }

  @Test
  void optionalHeaderFieldsAreSkipped() throws IOException {
    byte[] packed = IdxFiles.gzip(TEXT);
    byte[] start = Arrays.copyOf(packed, 10);
    start[3] = 2 | 4 | 8 | 16;
    byte[] fields = {3, 0, 9, 9, 9, 'n', 'a', 'm', 'e', 0, 'c', 0};
    CRC32 check = new CRC32();
    check.update(join(start, fields));
    byte[] headerCheck = {(byte) check.getValue(), (byte) (check.getValue() >> 8)};

    assertArrayEquals(
        TEXT,
        unpack(join(start, fields, headerCheck, Arrays.copyOfRange(packed, 10, packed.length))));
  }

  @Test
  void whatFollowsTheDataIsRefused() {
    byte[] packed = IdxFiles.gzip(TEXT);

    // The JDK's own stream takes all of these.
    for (byte[] tail : new byte[][] {{0}, {0x1f}, {'x', 'y'}, new byte[512]}) {
      String message = fault(join(packed, tail));
      assertTrue(message.startsWith("f.gz, offset "), message);
      assertTrue(
          message.endsWith(
              tail[0] == 0x1f ? "the gzip data is cut short" : "is followed by something else"),
          message);
    }
  }

  @Test
  void wrongChecksumAndLengthAreRefused() {
    byte[] packed = IdxFiles.gzip(TEXT);
    int end = packed.length;
    byte[] wrongCheck = packed.clone();
    wrongCheck[end - 8] ^= 1;
    byte[] wrongLength = packed.clone();
    wrongLength[end - 1] ^= 1;

    assertEquals(
        "f.gz, offset %d: the gzip data is damaged (its checksum differs)".formatted(end - 4),
        fault(wrongCheck));
    assertEquals(
        "f.gz, offset %d: the gzip data is damaged (its length differs)".formatted(end),
        fault(wrongLength));
  }
}

package dev.nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.data.read.IdxReader;
import dev.nn.data.read.NumberArray;
import dev.nn.data.read.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class IdxDamageTest {
  @TempDir Path folder;

  @Test
  void everyTruncationOfImagesIsRefused() throws IOException {
    byte[] content = IdxFiles.hundredImages();
    Path file = folder.resolve("images");

    assertEquals(6416, content.length);
    everyTruncationIsRefused(file, content, () -> Idx.images(file));
    everyTruncationIsRefused(file, IdxFiles.gzip(content), () -> Idx.images(file));
  }

  @Test
  void everyTruncationOfLabelsIsRefused() throws IOException {
    byte[] content = IdxFiles.hundredLabels();
    Path file = folder.resolve("labels");

    assertEquals(108, content.length);
    everyTruncationIsRefused(file, content, () -> Idx.labels(file));
    everyTruncationIsRefused(file, IdxFiles.gzip(content), () -> Idx.labels(file));
  }

  private static void everyTruncationIsRefused(Path file, byte[] content, Executable read)
      throws IOException {
    Files.write(file, content);
    boolean packed = content[0] == 0x1f;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (int length = content.length - 1; length >= 0; length--) {
        channel.truncate(length);
        DataException e = assertThrows(DataException.class, read, "length " + length);
        // What remains of two bytes of a gzip file does not show that it was one.
        String expected =
            file + ", offset " + length + ": the " + (packed && length > 1 ? "gzip" : "file");
        assertTrue(e.getMessage().startsWith(expected), e.getMessage());
      }
    }
  }

  @Test
  void truncationSaysWhatTheHeaderPromised() {
    byte[] content = Arrays.copyOf(IdxFiles.hundredImages(), 1000);

    assertEquals(
        "digits, offset 1000: the file ends here, but its header promises 100 × 8 × 8 unsigned bytes,"
            + " up to offset 6416",
        fault(content));
  }

  @Test
  void bytesThatFollowAreRefused() {
    byte[] longer = Arrays.copyOf(IdxFiles.hundredLabels(), 109);

    assertEquals(
        "digits, offset 108: the file goes on after the 100 unsigned bytes that its header promises",
        fault(longer));
    assertEquals(
        "digits, offset 108: the file goes on after the 100 unsigned bytes that its header promises",
        fault(IdxFiles.gzip(longer)));
  }

  @Test
  void everyChangedByteOfAPackedFileIsRefusedOrHarmless() throws IOException {
    byte[] plain = IdxFiles.hundredLabels();
    byte[] packed = IdxFiles.gzip(plain);
    ByteBuffer expected = ByteBuffer.wrap(plain, 8, plain.length - 8).slice();
    int harmless = 0;
    for (int i = 0; i < 8 * packed.length; i++) {
      byte[] changed = packed.clone();
      changed[i / 8] ^= (byte) (1 << i % 8);
      try {
        assertEquals(expected, read(changed).bytes());
        harmless++;
      } catch (DataException e) {
        assertTrue(e.getMessage().startsWith("digits, offset "), e.getMessage());
      }
    }
    // Time, compression level and system, 48 bits, say nothing of the data, nor does the flag that
    // they are text; up to 7 bits fill the last byte of the packed data.
    assertTrue(harmless >= 49 && harmless <= 56, harmless + " changes were not noticed");
  }

  @Test
  void mutatedFilesGiveTypedErrorsOnly() throws IOException {
    long seed = 20_240_517;
    Random random = new Random(seed);
    byte[][] originals = {
      IdxFiles.hundredLabels(),
      IdxFiles.gzip(IdxFiles.hundredLabels()),
      IdxFiles.idx(IdxFiles.IMAGES, new int[] {3, 2, 2}, new byte[12]),
    };
    int refused = 0;
    for (int i = 0; i < 30_000; i++) {
      byte[] changed = originals[random.nextInt(originals.length)].clone();
      for (int j = random.nextInt(4); j >= 0; j--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      try {
        if (random.nextBoolean()) {
          Idx.images(read(changed));
        } else {
          Idx.labels(read(changed));
        }
      } catch (DataException e) {
        refused++;
      } catch (RuntimeException | IOException e) {
        throw new AssertionError("seed " + seed + ", input " + i, e);
      }
    }
    assertTrue(refused > 15_000, "seed " + seed + ": refused only " + refused);
  }

  @Test
  void countsThatLieDoNotAllocateWhatTheyPromise() {
    byte[] small =
        ByteBuffer.allocate(1016)
            .putInt(IdxFiles.IMAGES)
            .putInt(2_147_483)
            .putInt(100)
            .putInt(10)
            .array();
    for (byte[] content : new byte[][] {small, IdxFiles.gzip(small)}) {
      long before = allocated();
      String message = fault(content);
      long used = allocated() - before;

      assertEquals(
          "digits, offset 1016: the file ends here, but its header promises"
              + " 2147483 × 100 × 10 unsigned bytes, up to offset 2147483016",
          message);
      assertTrue(used < 2_000_000, used + " bytes allocated");
    }
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean)
            java.lang.management.ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  private static String fault(byte[] content) {
    return assertThrows(DataException.class, () -> read(content)).getMessage();
  }

  private static NumberArray read(byte[] content) throws IOException {
    return IdxReader.read(Source.of("digits", content));
  }
}

package dev.nn.tests.reliability.files;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.ModelFormatException;
import dev.nn.core.Model;
import dev.nn.tests.reliability.Figures;
import dev.nn.tests.reliability.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is cut off or changed is noticed. */
class DamagedFilesTest {
  private static final int KIB = 1 << 10;
  private static final int MIB = 1 << 20;
  private static final long SEED = 20240901;

  /** Ten times what is promised, because a test may wait for a busy machine. */
  private static final long PATIENCE = 10_000_000_000L;

  @TempDir private Path folder;

  private static void refused(byte[] bytes, String what) {
    ModelFormatException e =
        assertThrows(
            ModelFormatException.class, () -> Model.load(bytes, Samples.REGISTRY), () -> what);
    assertTrue(
        e.offset() >= 0 && e.offset() <= Math.max(bytes.length, Long.BYTES),
        () -> what + ": offset " + e.offset());
  }

  @Test
  void everyPrefixIsRefused() {
    prefixes(1, 4);
  }

  @Test
  @Tag("exhaustive")
  void everyPrefixUpTo64KibIsRefused() {
    prefixes(1, 2, 4, 8, 16, 32, 64);
  }

  private static void prefixes(int... kibibytes) {
    long count = 0;
    for (int size : kibibytes) {
      byte[] file = Samples.modelOfAtLeast(size * KIB);
      for (int length = 0; length < file.length; length++) {
        refused(Arrays.copyOf(file, length), length + " of " + file.length + " bytes");
        count++;
      }
    }
    Figures.show("prefixes refused", String.valueOf(count));
  }

  @Test
  void randomPrefixesOfALargeModelAreRefused() {
    largePrefixes(200);
  }

  @Test
  @Tag("exhaustive")
  void tenThousandPrefixesOfALargeModelAreRefused() {
    largePrefixes(10_000);
  }

  private static void largePrefixes(int count) {
    byte[] file = Samples.modelOfAtLeast(MIB);
    Random random = new Random(SEED);
    long slowest = 0;
    for (int i = 0; i < count; i++) {
      int length = random.nextInt(file.length);
      byte[] prefix = Arrays.copyOf(file, length);
      long start = System.nanoTime();
      refused(prefix, length + " bytes, seed " + SEED);
      slowest = Math.max(slowest, System.nanoTime() - start);
    }
    assertTrue(slowest < PATIENCE, "the slowest refusal took " + slowest + " ns, seed " + SEED);
    Figures.show("slowest refusal in milliseconds", String.valueOf(slowest / 1_000_000));
  }

  @Test
  void theMessageNamesFileAndPlace() throws IOException {
    byte[] file = Samples.modelOfAtLeast(4 * KIB);
    Path path = folder.resolve("cut.safetensors");
    Files.write(path, Arrays.copyOf(file, 3000));
    ModelFormatException e =
        assertThrows(ModelFormatException.class, () -> Model.load(path, Samples.REGISTRY));
    assertTrue(
        e.getMessage()
            .equals(
                "%s, byte 3000: the file ends in its data; it should have %d bytes; copy or save it again"
                    .formatted(path, file.length)),
        e.getMessage());
  }

  @Test
  void everyPrefixOfACheckpointIsRefused() throws IOException {
    byte[] file = Samples.checkpoint(folder);
    Path path = folder.resolve("cut");
    for (int length = 0; length < file.length; length += 7) {
      byte[] prefix = Arrays.copyOf(file, length);
      assertThrows(
          ModelFormatException.class, () -> Samples.state(prefix, path), length + " bytes");
    }
  }

  @Test
  void everyChangedBitIsNoticed() {
    bits(KIB);
  }

  @Test
  @Tag("exhaustive")
  void everyChangedBitOf4KibIsNoticed() {
    bits(4 * KIB);
  }

  private static void bits(int size) {
    byte[] file = Samples.modelOfAtLeast(size);
    for (int bit = 0; bit < Byte.SIZE * file.length; bit++) {
      flip(file, bit);
      refused(file, "bit " + bit);
      flip(file, bit);
    }
    Model.load(file, Samples.REGISTRY);
    Figures.show("bits noticed", String.valueOf(Byte.SIZE * file.length));
  }

  private static void flip(byte[] file, int bit) {
    file[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
  }

  @Test
  void everyHundredthChangedBitOfACheckpointIsNoticed() throws IOException {
    byte[] file = Samples.checkpoint(folder);
    Path path = folder.resolve("changed");
    for (int bit = 0; bit < Byte.SIZE * file.length; bit += 101) {
      flip(file, bit);
      assertThrows(ModelFormatException.class, () -> Samples.state(file, path), "bit " + bit);
      flip(file, bit);
    }
    Samples.state(file, path);
  }

  @Test
  void randomChangesOfALargeModelAreNoticed() {
    flips(60);
  }

  @Test
  @Tag("exhaustive")
  void aHundredThousandChangesOfALargeModelAreNoticed() {
    flips(100_000);
  }

  private static void flips(int count) {
    byte[] file = Samples.modelOfAtLeast(MIB);
    Random random = new Random(SEED);
    for (int i = 0; i < count; i++) {
      int bit = random.nextInt(Byte.SIZE * file.length);
      flip(file, bit);
      refused(file, "bit " + bit + ", seed " + SEED);
      flip(file, bit);
    }
    Figures.show("changes noticed", String.valueOf(count));
  }
}

package dev.nn.tests.reliability.fuzzing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.nn.api.NnException;
import dev.nn.tests.reliability.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever stands in a text or file, reading it gives a value that can be used, or a typed error
 * with a message.
 */
class FuzzingTest {
  private static final int SHORTEST_MESSAGE = 10;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void mutatedInputsAreReadOrRefused(FuzzTarget target) throws IOException {
    mutated(target, 5_000, 1);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("exhaustive")
  void aMillionMutatedInputsAreReadOrRefused(FuzzTarget target) throws IOException {
    mutated(target, 1_000_000, 2);
  }

  private void mutated(FuzzTarget target, int count, long seed) throws IOException {
    FuzzTarget.Fuzz fuzz = target.fuzz();
    Path scratch = folder.resolve("input");
    List<byte[]> originals = fuzz.originals(scratch);
    int legal = 0;
    for (int i = 0; i < count; i++) {
      byte[] input = input(fuzz, originals, seed, i);
      legal += isLegal(fuzz, input, scratch, "input " + i + ", seed " + seed) ? 1 : 0;
    }
    assertTrue(legal > 0 && legal < count, legal + " of " + count + " were legal");
    Figures.show(target.toString(), "%d inputs, %d of them legal".formatted(count, legal));
  }

  /** An input depends on nothing but seed and number, so that each can be had alone. */
  static byte[] input(FuzzTarget.Fuzz fuzz, List<byte[]> originals, long seed, int number) {
    Random random = new Random(seed + ((long) number << 8));
    return fuzz.mutate(originals.get(random.nextInt(originals.size())), random);
  }

  private static boolean isLegal(FuzzTarget.Fuzz fuzz, byte[] input, Path scratch, String what)
      throws IOException {
    try {
      fuzz.read(input, scratch);
      return true;
    } catch (NnException e) {
      assertTrue(String.valueOf(e.getMessage()).length() > SHORTEST_MESSAGE, what);
      return false;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return fail(what, e);
    }
  }

  /** The corpus of {@link FuzzCorpus}: for each place that refuses, an input. */
  @ParameterizedTest
  @EnumSource
  void theCorpusIsReadOrRefusedAsEver(FuzzTarget target) throws IOException {
    FuzzTarget.Fuzz fuzz = target.fuzz();
    int legal = 0;
    int refused = 0;
    for (Path file : corpus(target)) {
      boolean expected = FuzzCorpus.isLegal(file);
      byte[] input = Files.readAllBytes(file);
      assertEquals(
          expected,
          isLegal(fuzz, input, folder.resolve("input"), file.toString()),
          file.toString());
      legal += expected ? 1 : 0;
      refused += expected ? 0 : 1;
    }
    assertTrue(legal > 0 && refused > 0, legal + " legal, " + refused + " refused");
    Figures.show(target.toString(), legal + " legal, " + refused + " refused");
  }

  private static List<Path> corpus(FuzzTarget target) throws IOException {
    try (Stream<Path> files = Files.list(FuzzCorpus.folder(target))) {
      return files.sorted().toList();
    }
  }
}

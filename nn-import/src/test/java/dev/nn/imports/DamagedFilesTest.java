package dev.nn.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.nn.core.plugin.PluginRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was done to a file, it is read or refused with a typed error. */
class DamagedFilesTest {
  private static final PluginRegistry REGISTRY = PluginRegistry.load();
  private static final Map<String, String> LAYERS = layers();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"keras", "torch", "sklearn", "weka", "dl4j", "encog", "pmml"})
  void mutatedFilesAreReadOrRefused(String tool) throws IOException {
    fuzz(tool, 400, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"keras", "torch", "sklearn", "weka", "dl4j", "encog", "pmml"})
  @Tag("exhaustive")
  void aMillionMutatedFilesAreReadOrRefused(String tool) throws IOException {
    fuzz(tool, 1_000_000, 2);
  }

  /** The layers of the files that hold weights alone. */
  private static Map<String, String> layers() {
    Map<String, String> layers = new HashMap<>();
    GoldenModelsTest.models()
        .forEach(model -> layers.put(model.path("file").asText(), model.path("layers").asText()));
    return layers;
  }

  /** The golden files of the tools, one or more of each kind. */
  private static List<Path> originals() throws IOException {
    try (Stream<Path> files = Files.list(GoldenModelsTest.GOLDEN)) {
      return files.filter(file -> !file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private void fuzz(String tool, int inputs, long seed) throws IOException {
    List<Path> originals =
        originals().stream()
            .filter(file -> String.valueOf(file.getFileName()).startsWith(tool))
            .toList();
    assertTrue(originals.size() >= 2, originals::toString);
    int legal = 0;
    for (int i = 0; i < inputs; i++) {
      Path original = originals.get(i % originals.size());
      Random random = new Random(seed + ((long) i << 8));
      String what = original.getFileName() + ", input " + i + ", seed " + seed;
      legal += isLegal(mutated(Files.readAllBytes(original), random), what) ? 1 : 0;
    }
    assertTrue(legal > 0 && legal < inputs, tool);
    System.out.printf("%s damaged files of %s, %s of them legal%n", inputs, tool, legal);
  }

  private static byte[] mutated(byte[] file, Random random) {
    if (random.nextInt(4) == 0) {
      return Arrays.copyOf(file, random.nextInt(file.length));
    }
    byte[] changed = file.clone();
    for (int i = 0; i <= random.nextInt(6); i++) {
      changed[random.nextInt(changed.length)] =
          (byte) (random.nextBoolean() ? random.nextInt() : random.nextInt(128));
    }
    return changed;
  }

  private boolean isLegal(byte[] input, String what) throws IOException {
    Path file = Files.write(folder.resolve("input"), input);
    try {
      ModelImport.read(file, LAYERS.getOrDefault(what.replaceFirst(",.*", ""), ""), REGISTRY);
      return true;
    } catch (ImportException e) {
      assertTrue(String.valueOf(e.getMessage()).length() > 15, what);
      return false;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return fail(what, e);
    }
  }

  @Test
  void truncatedFilesAreRefused() throws IOException {
    for (Path original : originals()) {
      byte[] bytes = Files.readAllBytes(original);
      boolean isBinary = !original.toString().matches(".*\\.(txt|eg|pmml)");
      for (int length = 0; isBinary && length < bytes.length; length += 1 + bytes.length / 60) {
        String what = original.getFileName() + ", prefix of " + length;
        assertEquals(false, isLegal(Arrays.copyOf(bytes, length), what), what);
      }
    }
  }
}

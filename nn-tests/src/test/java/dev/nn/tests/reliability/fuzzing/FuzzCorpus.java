package dev.nn.tests.reliability.fuzzing;

import dev.nn.api.NnException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program that made the files in {@code fuzzing}: of a hundred thousand damaged inputs, for
 * each place in the code that refuses the smallest, and some that are still legal.
 */
final class FuzzCorpus {
  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", ""), "src", "test", "resources", "fuzzing");
  private static final int INPUTS = 100_000;
  private static final long SEED = 5;
  private static final int LEGAL = 5;
  private static final int DEPTH = 3;

  private FuzzCorpus() {}

  static Path folder(FuzzTarget target) {
    return FOLDER.resolve(target.name().toLowerCase(Locale.ROOT));
  }

  static boolean isLegal(Path file) {
    return String.valueOf(file.getFileName()).startsWith("legal-");
  }

  /** Adds what is new for the targets named, or all; files that are there stay. */
  public static void main(String[] arguments) throws IOException {
    List<FuzzTarget> targets =
        arguments.length == 0
            ? List.of(FuzzTarget.values())
            : Stream.of(arguments).map(FuzzTarget::valueOf).toList();
    for (FuzzTarget target : targets) {
      Path folder = Files.createDirectories(folder(target));
      for (Map.Entry<String, byte[]> entry : smallest(target).entrySet()) {
        Files.write(folder.resolve(entry.getKey()), entry.getValue());
      }
    }
  }

  private static Map<String, byte[]> smallest(FuzzTarget target) throws IOException {
    FuzzTarget.Fuzz fuzz = target.fuzz();
    Path scratch = Files.createTempDirectory("fuzzing").resolve("input");
    List<byte[]> originals = fuzz.originals(scratch);
    Map<String, byte[]> smallest = new TreeMap<>();
    for (int i = 0; i < INPUTS; i++) {
      byte[] input = FuzzingTest.input(fuzz, originals, SEED, i);
      smallest.merge(
          nameOfEnd(fuzz, input, scratch, i), input, (a, b) -> b.length < a.length ? b : a);
    }
    return smallest;
  }

  /** An end is known by the place in our code that refused, and from where that was called. */
  private static String nameOfEnd(FuzzTarget.Fuzz fuzz, byte[] input, Path scratch, int number)
      throws IOException {
    try {
      fuzz.read(input, scratch);
      return "legal-" + number % LEGAL;
    } catch (NnException e) {
      Throwable root = e;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      List<StackTraceElement> places =
          Stream.of(root.getStackTrace())
              .filter(place -> place.getClassName().startsWith("dev.nn."))
              .limit(DEPTH)
              .toList();
      String name = places.get(0).getClassName();
      return "refused-%s-%s"
          .formatted(
              name.substring(name.lastIndexOf('.') + 1),
              places.stream()
                  .map(place -> String.valueOf(place.getLineNumber()))
                  .collect(Collectors.joining("-")));
    }
  }
}

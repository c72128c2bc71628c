package dev.nn.core.internal.saved;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What checkpoints are called, and the files of a folder that are called so. */
final class CheckpointNames {
  private static final Pattern NAME = Pattern.compile("checkpoint-(\\d{12})\\.safetensors");

  private CheckpointNames() {}

  /**
   * Returns the name after so many steps. It does not depend on the language of the machine, since
   * some languages write numbers with other digits.
   */
  static String of(long steps) {
    return String.format(Locale.ROOT, "checkpoint-%012d.safetensors", steps);
  }

  /** Whether a file is called as checkpoints are. */
  static boolean isOne(String name) {
    return NAME.matcher(name).matches();
  }

  /** The checkpoints of a folder, newest first. */
  static List<Path> files(Path folder) throws IOException {
    return named(folder).stream().filter(file -> !Files.isDirectory(file)).toList();
  }

  /** Whatever has the name of a checkpoint, folders too, newest first. */
  static List<Path> named(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> isOne(String.valueOf(file.getFileName())))
          .sorted(Comparator.comparing(Path::getFileName).reversed())
          .toList();
    } catch (UncheckedIOException e) {
      throw new IOException(folder + " cannot be listed: " + e.getMessage(), e);
    }
  }
}

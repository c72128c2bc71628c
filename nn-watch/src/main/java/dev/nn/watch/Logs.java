package dev.nn.watch;

import dev.nn.core.TrainingListener;
import java.nio.file.Path;
import java.util.Locale;

/** Chooses the kind of log by the name of its file, as commands do. */
public final class Logs {
  private Logs() {}

  /**
   * A {@link JsonLog} in a file that ends in {@code .json}, {@code .jsonl} or {@code .ndjson}, and
   * a {@link CsvLog} in any other.
   */
  public static TrainingListener to(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".ndjson")
        ? JsonLog.to(file)
        : CsvLog.to(file);
  }
}

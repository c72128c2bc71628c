package dev.nn.examples.terminal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks before any work whether a file can be written at the end of it. */
public final class OutputFile {
  private OutputFile() {}

  /**
   * Returns what is wrong with the folder of a file and what to do about it, or nothing if a file
   * can be written there.
   */
  public static Optional<String> problem(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file)) {
      return Optional.of(file + " is a folder; name a file in it");
    }
    if (!Files.isDirectory(folder)) {
      return Optional.of("there is no folder " + folder + "; create it first");
    }
    return Files.isWritable(folder) || Files.isWritable(file)
        ? Optional.empty()
        : Optional.of("no permission to write in " + folder + "; name a file elsewhere");
  }

  /**
   * Refuses a file that could not be written.
   *
   * @param option that names it, such as {@code --output}
   * @throws ParameterException if the file is refused, which makes the status 2
   */
  public static void check(CommandSpec command, String option, Path file) {
    problem(file)
        .ifPresent(
            problem -> {
              throw new ParameterException(command.commandLine(), option + ": " + problem);
            });
  }
}

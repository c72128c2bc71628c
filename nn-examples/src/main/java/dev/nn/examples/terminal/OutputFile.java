package dev.nn.examples.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
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
   * Refuses a file that could not be written, or whose contents are still needed.
   *
   * @param option that names it, such as {@code --output}
   * @param inputs what the command reads
   * @throws ParameterException if the file is refused, which makes the status 2
   */
  public static void check(CommandSpec command, String option, Path file, Path... inputs) {
    problem(file)
        .or(
            () ->
                Arrays.stream(inputs).anyMatch(input -> isSame(file, input))
                    ? Optional.of(file + " is what is read, and would be lost; name another file")
                    : Optional.empty())
        .ifPresent(
            problem -> {
              throw new ParameterException(command.commandLine(), option + ": " + problem);
            });
  }

  private static boolean isSame(Path file, Path input) {
    if (file.toAbsolutePath().normalize().equals(input.toAbsolutePath().normalize())) {
      return true;
    }
    try {
      return Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Writes a text in UTF-8 so that a file which was there before is replaced by the whole new one
   * or not at all. Devices and pipes are written to.
   */
  public static void write(Path file, String text) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      Files.writeString(file, text, StandardOpenOption.WRITE);
      return;
    }
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path fresh = Files.createTempFile(target.getParent(), ".", ".new");
    try {
      // Written anew, with the permissions that a new file has.
      Files.delete(fresh);
      Files.writeString(fresh, text, StandardOpenOption.CREATE_NEW);
      Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}

package dev.nn.examples.terminal;

import dev.nn.core.internal.file.DurableFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
    if (Files.isSymbolicLink(file) && !Files.exists(file)) {
      return Optional.of(file + " is a link to nothing; delete it, or name another file");
    }
    if (!Files.isDirectory(folder)) {
      return Optional.of("there is no folder " + folder + "; create it first");
    }
    return Files.isWritable(folder) || isDevice(file)
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

  /** Whether both are one file, or will be. Devices lose nothing. */
  private static boolean isSame(Path file, Path input) {
    try {
      return !isDevice(file) && (file.equals(input) || real(file).equals(real(input)));
    } catch (IOException e) {
      return false;
    }
  }

  private static Path real(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    return Files.exists(file) || folder == null
        ? absolute.toRealPath()
        : folder.toRealPath().resolve(absolute.getFileName());
  }

  /**
   * Writes a file so that one which was there before is replaced by the whole new one or not at
   * all. Devices and pipes are written to.
   */
  public static void write(Path file, DurableFile.Contents contents) throws IOException {
    if (isDevice(file)) {
      try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
        contents.writeTo(out);
      }
    } else {
      DurableFile.write(file, contents);
    }
  }

  private static boolean isDevice(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file);
  }
}

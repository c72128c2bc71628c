package dev.nn.watch;

import dev.nn.api.NnException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of a log. It is open only while something is written, so nobody has to close it, and
 * what was written is there even if the process is killed the next moment.
 */
final class LogFile {
  private static final Logger LOG = LoggerFactory.getLogger(LogFile.class);

  private final Path file;
  private final List<String> beginnings;
  private boolean isBroken;

  /**
   * A file that is written later.
   *
   * @param beginnings one of which every log of this kind begins with, so that nothing else is
   *     overwritten
   */
  LogFile(Path file, String... beginnings) {
    this.file = file;
    this.beginnings = List.of(beginnings);
  }

  /**
   * Puts a text into the place of what is in the file, at the start of a run. A crash leaves the
   * old file or the new one.
   *
   * @throws NnException if there is a file that is no log
   * @throws UncheckedIOException if it cannot be written
   */
  void start(String text) {
    isBroken = false;
    try {
      checkIsLog();
      replace(text);
    } catch (IOException e) {
      throw new UncheckedIOException("the log " + file + " cannot be written: " + reason(e), e);
    }
  }

  private void checkIsLog() throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) == 0) {
      return;
    }
    if (!isLog()) {
      throw new NnException(
          "%s is there already and is no log of a training, so it is not overwritten: choose another file for the log"
              .formatted(file));
    }
  }

  private boolean isLog() throws IOException {
    int longest = beginnings.stream().mapToInt(String::length).max().orElse(0);
    try (InputStream in = Files.newInputStream(file)) {
      String found = new String(in.readNBytes(longest), StandardCharsets.UTF_8);
      return beginnings.stream().anyMatch(found::startsWith);
    }
  }

  /** Replaces all text during a run. A file that cannot be written is warned of once. */
  void rewrite(String text) {
    write(() -> replace(text));
  }

  /** Adds text at the end during a run. A file that cannot be written is warned of once. */
  void append(String text) {
    write(
        () -> Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  private interface Writing {
    void write() throws IOException;
  }

  /** A training of many hours does not end because its log cannot be written. */
  private void write(Writing writing) {
    if (isBroken) {
      return;
    }
    try {
      writing.write();
    } catch (IOException e) {
      isBroken = true;
      LOG.warn(
          "the log {} cannot be written any more: {}; the training goes on without it",
          file,
          reason(e));
    }
  }

  private void replace(String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // A device or a pipe cannot be replaced.
      Files.writeString(file, text, StandardOpenOption.WRITE);
      return;
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Exceptions of file systems may say no more than a path. */
  private static String reason(IOException e) {
    return e instanceof FileSystemException ? e.toString() : String.valueOf(e.getMessage());
  }
}

package dev.nn.core;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Opens the files that models and checkpoints are read from. */
final class SavedPath {
  private SavedPath() {}

  /** Reads a file of which the size is known. */
  interface Reading<T> {
    T read(InputStream in, long size, String source) throws IOException;
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it is none, or cannot be read; the message says what to name instead
   */
  static <T> T read(Path file, Reading<T> reading) throws IOException {
    checkRegular(file);
    try (FileChannel channel = FileChannel.open(file)) {
      InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
      return reading.read(in, channel.size(), file.toString());
    }
  }

  private static void checkRegular(Path file) throws IOException {
    if (file.toString().isEmpty()) {
      throw new IOException("the name of the file is empty");
    }
    if (Files.isDirectory(file)) {
      List<Path> checkpoints = Checkpoints.files(file);
      throw new IOException(
          file
              + " is a folder; name a file in it"
              + (checkpoints.isEmpty()
                  ? ""
                  : ", such as the newest checkpoint: " + checkpoints.get(0)));
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException(
          file + " is a pipe or a device; copy what comes out of it to a file, and name that");
    }
  }
}

package dev.nn.core.internal.saved;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Opens the files that models and checkpoints are read from. */
public final class ReadableFile {
  private ReadableFile() {}

  /** Reads a file of which the size is known. */
  public interface Reading<T> {
    T read(InputStream in, long size, String source) throws IOException;
  }

  /**
   * Reads a file of any file system; of the default one, whether the thread is interrupted or not.
   *
   * @throws IOException if it is none, or cannot be read; the message says what to name instead
   */
  public static <T> T read(Path file, Reading<T> reading) throws IOException {
    checkRegular(file);
    if (file.getFileSystem() != FileSystems.getDefault()) {
      return readElsewhere(file, reading);
    }
    // A channel would be closed by an interrupt; and size and contents must be of one file, even if
    // another takes its name meanwhile.
    try (RandomAccessFile opened = open(file)) {
      InputStream in = new BufferedInputStream(new FileInputStream(opened.getFD()));
      return reading.read(in, opened.length(), file.toString());
    }
  }

  /** A file in an archive, say; there is only the way of channels. */
  private static <T> T readElsewhere(Path file, Reading<T> reading) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
      return reading.read(in, channel.size(), file.toString());
    }
  }

  private static RandomAccessFile open(Path file) throws IOException {
    try {
      return new RandomAccessFile(file.toFile(), "r");
    } catch (FileNotFoundException e) {
      // Which does not tell what is missing from what is forbidden; this does.
      file.getFileSystem().provider().checkAccess(file, AccessMode.READ);
      throw e;
    }
  }

  private static void checkRegular(Path file) throws IOException {
    if (file.toString().isEmpty()) {
      throw new IOException("the name of the file is empty");
    }
    if (Files.isDirectory(file)) {
      List<Path> checkpoints = CheckpointNames.files(file);
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

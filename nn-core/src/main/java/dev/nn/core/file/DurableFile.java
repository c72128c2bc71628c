package dev.nn.core.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces a file so that at every moment, a crash included, its name leads to the whole old or the
 * whole new contents: a new file in the same folder, forced to the disk, takes the name in one
 * step. Writers at the same time do not mix; the last one wins.
 */
public final class DurableFile {
  private static final int BUFFER = 1 << 16;
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final String SUFFIX = ".tmp";
  private static final Pattern TEMPORARY = Pattern.compile("\\.(.+)\\.[^.]+" + SUFFIX);

  private DurableFile() {}

  /** Writes the contents. */
  @FunctionalInterface
  public interface Contents {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Replaces a file.
   *
   * @throws IOException if it cannot be written; the message names the path, and what was there
   *     before is still there
   */
  public static void write(Path file, Contents contents) throws IOException {
    write(file, contents, FileSystemCalls.REAL);
  }

  static void write(Path file, Contents contents, FileSystemCalls calls) throws IOException {
    // A link stays one: the file that it leads to is replaced.
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw new IOException(file + " is a folder, not a file");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw new IOException(file + " is a device or a pipe, which a file cannot take the place of");
    }
    checkFolder(folder);
    String name = String.valueOf(target.getFileName());
    removeLeftOvers(folder, name::equals);
    Path temporary = folder.resolve("." + name + "." + UUID.randomUUID() + SUFFIX);
    boolean done = false;
    try {
      writeContents(temporary, contents, calls);
      calls.replace(temporary, target);
      done = true;
    } catch (IOException e) {
      throw new IOException("cannot write " + file + ": " + reason(e), e);
    } finally {
      if (!done) {
        Files.deleteIfExists(temporary);
      }
    }
    try {
      calls.forceFolder(folder);
    } catch (IOException e) {
      throw new IOException(file + " is written, but may not survive a power cut: " + reason(e), e);
    }
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    String name = e.getClass().getSimpleName();
    return message == null ? name : name + ": " + message;
  }

  private static void checkFolder(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      throw new NoSuchFileException(
          folder.toString(), null, "there is no such folder; create it first");
    }
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
  }

  private static void writeContents(Path temporary, Contents contents, FileSystemCalls calls)
      throws IOException {
    FileChannel channel = calls.create(temporary);
    boolean closed = false;
    try {
      OutputStream out = new BufferedOutputStream(new ChannelStream(channel, calls), BUFFER);
      contents.writeTo(out);
      out.flush();
      calls.force(channel);
      closed = true;
      calls.close(channel);
    } finally {
      if (!closed || channel.isOpen()) {
        channel.close();
      }
    }
  }

  /**
   * Deletes what writers that were killed left behind in a folder. A file that is being written is
   * locked, and stays.
   *
   * @param names whether a name is that of a file whose left-overs are to go
   */
  public static void removeLeftOvers(Path folder, Predicate<String> names) throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, path -> isTemporaryOf(names, path))) {
      for (Path file : files) {
        if (isAbandoned(file)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static boolean isTemporaryOf(Predicate<String> names, Path path) {
    Matcher temporary = TEMPORARY.matcher(String.valueOf(path.getFileName()));
    return temporary.matches() && names.test(temporary.group(1));
  }

  private static boolean isAbandoned(Path file) {
    try {
      // A writer that has just created its file may not have locked it yet.
      Instant modified = Files.getLastModifiedTime(file).toInstant();
      return modified.isBefore(Instant.now().minus(GRACE)) && isUnlocked(file);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isUnlocked(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (IOException | OverlappingFileLockException e) {
      return false;
    }
  }

  /** A stream into a channel by way of the calls. */
  private static final class ChannelStream extends OutputStream {
    private final FileChannel channel;
    private final FileSystemCalls calls;

    ChannelStream(FileChannel channel, FileSystemCalls calls) {
      this.channel = channel;
      this.calls = calls;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      calls.write(channel, ByteBuffer.wrap(bytes, from, count));
    }
  }
}

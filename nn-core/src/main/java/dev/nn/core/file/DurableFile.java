package dev.nn.core.file;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * Replaces a file so that at every moment, a crash included, its name leads to the whole old or the
 * whole new contents: a new file in the same folder, forced to the disk, takes the name in one
 * step. It keeps the permissions of the old one where the file system has POSIX permissions.
 * Writers at the same time do not mix; the last one wins. An interrupt of the thread, before or
 * meanwhile, changes nothing and stays pending.
 */
public final class DurableFile {
  private static final int BUFFER = 1 << 16;

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
    if (Files.isSymbolicLink(file) && !Files.exists(file)) {
      throw new IOException(
          file
              + " is a link to "
              + Files.readSymbolicLink(file)
              + ", where there is nothing; delete the link, or name that file itself");
    }
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
    LeftOvers.remove(folder, LeftOvers.shortened(name)::equals);
    Path temporary = folder.resolve(LeftOvers.newName(name));
    try {
      writeContents(temporary, target, contents, calls);
      calls.replace(temporary, target);
    } catch (IOException e) {
      delete(temporary, e);
      throw new IOException("cannot write " + file + ": " + reason(e), e);
    } catch (RuntimeException | Error e) {
      delete(temporary, e);
      throw e;
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

  /** What fails here must not hide why the file has to go. */
  private static void delete(Path temporary, Throwable failure) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static void writeContents(
      Path temporary, Path target, Contents contents, FileSystemCalls calls) throws IOException {
    // Closing it twice does no harm; the second time is for the failures.
    try (FileOutputStream file = calls.create(temporary)) {
      // Before there is anything to read in it.
      calls.takePermissions(target, temporary);
      OutputStream out = new BufferedOutputStream(new CallsStream(file, calls), BUFFER);
      contents.writeTo(out);
      out.flush();
      calls.force(file);
      calls.close(file);
    }
  }

  /** A stream into a file by way of the calls. */
  private static final class CallsStream extends OutputStream {
    private final FileOutputStream file;
    private final FileSystemCalls calls;

    CallsStream(FileOutputStream file, FileSystemCalls calls) {
      this.file = file;
      this.calls = calls;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      calls.write(file, bytes, from, count);
    }
  }
}

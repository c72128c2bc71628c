package dev.nn.core.internal.file;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * Replaces a file so that at every moment, even after a crash, its name leads to the whole old or
 * the whole new contents. To that end a new file in the same folder is forced to the disk and then
 * takes the name in one step. It keeps the permissions of the old file if the file system has POSIX
 * permissions. The contents of several writers are never mixed; the last one wins. An interrupt of
 * the thread has no effect and stays pending.
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
   * @param file a path in the default file system
   * @throws IOException if it cannot be written; the message names the path, and what was there
   *     before is still there
   */
  public static void write(Path file, Contents contents) throws IOException {
    write(file, contents, FileSystemCalls.REAL);
  }

  static void write(Path file, Contents contents, FileSystemCalls calls) throws IOException {
    Path target = target(file);
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
    try (FileOutputStream out = create(temporary, file, calls)) {
      try {
        fill(out, temporary, target, contents, calls);
        if (!calls.movesOpenFiles()) {
          calls.close(out);
        }
        // Closing the file unlocks it, and an unlocked file may be taken for a left-over.
        calls.replace(temporary, target);
      } catch (IOException e) {
        abandon(out, temporary, e);
        throw new IOException("cannot write " + file + ": " + reason(e), e);
      } catch (Throwable e) {
        abandon(out, temporary, e);
        throw e;
      }
      finish(out, file, folder, calls);
    }
  }

  private static Path target(Path file) throws IOException {
    if (file.getFileSystem() != FileSystems.getDefault()) {
      throw new IOException(
          file
              + " is not in the default file system, where alone a file is replaced safely: save to"
              + " a file there, and copy that with Files.copy");
    }
    if (Files.isSymbolicLink(file) && !Files.exists(file)) {
      throw new IOException(
          file
              + " is a link to "
              + Files.readSymbolicLink(file)
              + ", where there is nothing; delete the link, or name that file itself");
    }
    // A link stays a link, and the file that it leads to is replaced.
    return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
  }

  private static FileOutputStream create(Path temporary, Path file, FileSystemCalls calls)
      throws IOException {
    try {
      return calls.create(temporary);
    } catch (IOException e) {
      delete(temporary, e);
      throw new IOException("cannot write " + file + ": " + reason(e), e);
    }
  }

  private static void fill(
      FileOutputStream file, Path temporary, Path target, Contents contents, FileSystemCalls calls)
      throws IOException {
    // This comes before there is anything to read in the file.
    calls.takePermissions(target, temporary);
    OutputStream out = new BufferedOutputStream(new CallsStream(file, calls), BUFFER);
    contents.writeTo(out);
    out.flush();
    calls.force(file);
  }

  private static void finish(FileOutputStream out, Path file, Path folder, FileSystemCalls calls)
      throws IOException {
    try {
      if (calls.movesOpenFiles()) {
        calls.close(out);
      }
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

  private static void abandon(FileOutputStream out, Path temporary, Throwable failure) {
    try {
      out.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    delete(temporary, failure);
  }

  /** Deletes a file. If that fails, it must not hide why the file has to go. */
  private static void delete(Path temporary, Throwable failure) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      failure.addSuppressed(e);
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

package dev.nn.core.internal.file;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * The calls that a durable write makes, one by one, so that a test can let the n-th fail. An
 * interrupt of the thread has no effect on any of them. That is why there is no {@code
 * FileChannel}, which an interrupt would close.
 */
public interface FileSystemCalls {
  /** The calls of the real file system. */
  FileSystemCalls REAL = new FileSystemCalls() {};

  /** Creates a new file for writing and holds a lock on it. */
  default FileOutputStream create(Path file) throws IOException {
    Files.createFile(file);
    FileOutputStream out = new FileOutputStream(file.toFile());
    try {
      // Unlike lock(), this does not wait, so there is nothing that an interrupt could end.
      FileLock held = out.getChannel().tryLock();
      assert held == null || held.isValid();
    } catch (IOException | OverlappingFileLockException e) {
      // File systems without locks exist; then left-over files are not cleaned up, and nothing
      // else.
      return out;
    }
    return out;
  }

  /** Gives a new file the POSIX permissions of another, where there is one and they exist. */
  default void takePermissions(Path model, Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null && Files.exists(model)) {
      Set<PosixFilePermission> wanted = Files.getPosixFilePermissions(model);
      // Some file systems have the same for all files, and refuse to set any.
      if (!view.readAttributes().permissions().equals(wanted)) {
        view.setPermissions(wanted);
      }
    }
  }

  /** Writes a range of bytes. */
  default void write(FileOutputStream out, byte[] bytes, int from, int count) throws IOException {
    out.write(bytes, from, count);
  }

  /** Makes sure that the file's contents are on the disk. */
  default void force(FileOutputStream out) throws IOException {
    out.getFD().sync();
  }

  /** Whether a file can be moved before it is closed, its lock with it: not on Windows. */
  default boolean movesOpenFiles() {
    return File.separatorChar == '/';
  }

  /** Closes the file. */
  default void close(FileOutputStream out) throws IOException {
    out.close();
  }

  /** Puts a file in the place of another, all at once. */
  default void replace(Path source, Path target) throws IOException {
    try {
      Files.move(
          source, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("this file system cannot replace a file atomically: " + target, e);
    }
  }

  /**
   * Makes sure that a folder's entries are on the disk, where the platform can open folders: not on
   * Windows.
   */
  default void forceFolder(Path folder) throws IOException {
    AsynchronousFileChannel channel;
    try {
      channel = AsynchronousFileChannel.open(folder, StandardOpenOption.READ);
    } catch (IOException e) {
      return;
    }
    try (channel) {
      channel.force(true);
    }
  }
}

package dev.nn.core.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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

/** The calls that a durable write makes, one by one, so that a test can let the n-th fail. */
public interface FileSystemCalls {
  /** The calls of the real file system. */
  FileSystemCalls REAL = new FileSystemCalls() {};

  /** Creates a new file for writing and holds a lock on it. */
  default FileChannel create(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      FileLock held = channel.lock();
      assert held.isValid();
    } catch (IOException | OverlappingFileLockException e) {
      // File systems without locks exist; then left-over files are not cleaned up, and nothing
      // else.
      return channel;
    }
    return channel;
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

  /** Writes all of a buffer. */
  default void write(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** Makes sure that the file's contents are on the disk. */
  default void force(FileChannel channel) throws IOException {
    channel.force(true);
  }

  /** Closes the file. */
  default void close(FileChannel channel) throws IOException {
    channel.close();
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
    FileChannel channel;
    try {
      channel = FileChannel.open(folder, StandardOpenOption.READ);
    } catch (IOException e) {
      return;
    }
    try (channel) {
      channel.force(true);
    }
  }
}

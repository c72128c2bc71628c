package dev.nn.core.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lock on a folder that one owner has for itself, among all processes and within this one. The
 * operating system releases it when the process ends, in whatever way. The empty file {@code
 * .nn.lock} that stays behind locks nothing by itself, but it must not be deleted while a run is at
 * work.
 */
public final class FolderLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("dev.nn.core.training.Checkpoints");
  private static final String NAME = ".nn.lock";

  /**
   * The folders that this process has locked: static because the operating system's locks belong to
   * the process too, and closing the file a second time anywhere in it would give them up.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  /**
   * The files that another copy of this class in this process has locked: for the same reason, they
   * must stay open as long.
   */
  private static final Map<Path, FileChannel> KEPT = new ConcurrentHashMap<>();

  private final Path folder;
  private final @Nullable FileChannel channel;
  private final AtomicBoolean closed = new AtomicBoolean();

  private FolderLock(Path folder, @Nullable FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Locks a folder, which must exist. Returns nothing if it is locked already. If the file system
   * has no locks, only other runs of this process are kept out.
   */
  public static Optional<FolderLock> tryLock(Path folder) throws IOException {
    Path real = folder.toRealPath();
    if (!HELD.add(real)) {
      return Optional.empty();
    }
    Optional<FolderLock> lock = Optional.empty();
    try {
      lock = lockFile(real);
    } finally {
      if (lock.isEmpty()) {
        HELD.remove(real);
      }
    }
    return lock;
  }

  private static Optional<FolderLock> lockFile(Path folder) throws IOException {
    if (isKept(folder)) {
      return Optional.empty();
    }
    FileChannel channel = open(folder);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new FolderLock(folder, channel));
      }
    } catch (OverlappingFileLockException e) {
      LOG.debug("{} is locked by another copy of this class", folder, e);
      KEPT.put(folder, channel);
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn(
          "{} cannot be locked; see to it that no other run uses it: {}", folder, e.toString());
      channel.close();
      return Optional.of(new FolderLock(folder, null));
    }
    channel.close();
    return Optional.empty();
  }

  /** Whether another copy of this class still has the lock; if not, its file is closed at last. */
  private static boolean isKept(Path folder) throws IOException {
    FileChannel kept = KEPT.get(folder);
    if (kept == null) {
      return false;
    }
    try {
      FileLock lock = kept.tryLock();
      LOG.debug("the lock of {} is free in this process: {}", folder, lock);
    } catch (OverlappingFileLockException e) {
      LOG.debug("{} is still locked by another copy of this class", folder, e);
      return true;
    }
    KEPT.remove(folder);
    kept.close();
    return false;
  }

  private static FileChannel open(Path folder) throws IOException {
    try {
      return FileChannel.open(
          folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (AccessDeniedException e) {
      // Its user knows the folder, not the file.
      AccessDeniedException denied = new AccessDeniedException(folder.toString());
      denied.initCause(e);
      throw denied;
    }
  }

  /** Releases the folder. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        if (channel != null) {
          channel.close();
        }
      } catch (IOException e) {
        LOG.debug("the lock of {} cannot be closed", folder, e);
      } finally {
        HELD.remove(folder);
      }
    }
  }
}

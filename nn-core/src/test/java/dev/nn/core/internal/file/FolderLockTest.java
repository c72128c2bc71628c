package dev.nn.core.internal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Within one process; what happens between processes is tested with real ones, in nn-tests. */
class FolderLockTest {
  @TempDir private Path folder;

  @Test
  void aFolderIsLockedOnceUntilItIsClosed() throws IOException {
    FolderLock first = FolderLock.tryLock(folder).orElseThrow();
    assertEquals(Optional.empty(), FolderLock.tryLock(folder));
    assertEquals(Optional.empty(), FolderLock.tryLock(folder.resolve(".")), "the same folder");
    first.close();
    FolderLock second = FolderLock.tryLock(folder).orElseThrow();
    first.close();
    assertEquals(Optional.empty(), FolderLock.tryLock(folder), "closing twice frees nothing");
    second.close();
  }

  @Test
  void foldersDoNotDisturbEachOther() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    try (FolderLock first = FolderLock.tryLock(folder).orElseThrow();
        FolderLock second = FolderLock.tryLock(other).orElseThrow()) {
      assertTrue(first != second);
    }
  }

  @Test
  void theFileThatARunLeftBehindLocksNothing() throws IOException {
    FolderLock.tryLock(folder).orElseThrow().close();
    assertTrue(Files.exists(folder.resolve(".nn.lock")));
    FolderLock.tryLock(folder).orElseThrow().close();
  }

  /** As another copy of the class would, from another class loader. */
  @Test
  void aLockOfSomebodyElseInThisProcessCountsToo() throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve(".nn.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertTrue(channel.tryLock().isValid());
      assertEquals(Optional.empty(), FolderLock.tryLock(folder));
    }
    FolderLock.tryLock(folder).orElseThrow().close();
  }

  /** Closing the file of a refused attempt would free it for other processes. */
  @Test
  void aRefusedAttemptLeavesTheLockOfSomebodyElseInThisProcess() throws IOException {
    Path file = folder.resolve(".nn.lock");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertTrue(channel.tryLock().isValid());
      assumeTrue(SystemLocks.holds(file), "this system does not list its locks");
      assertEquals(Optional.empty(), FolderLock.tryLock(folder));
      assertTrue(SystemLocks.holds(file), "after one attempt");
      assertEquals(Optional.empty(), FolderLock.tryLock(folder));
      assertTrue(SystemLocks.holds(file), "after two");
    }
    try (FolderLock lock = FolderLock.tryLock(folder).orElseThrow()) {
      assertTrue(SystemLocks.holds(file), lock + " is a real one");
    }
  }

  @Test
  void aFolderWithoutPermissionIsNamedAndNotTheFileInIt() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
    assumeTrue(!Files.isWritable(folder), "root may do everything");
    AccessDeniedException e =
        assertThrows(AccessDeniedException.class, () -> FolderLock.tryLock(folder));
    assertEquals(folder.toRealPath().toString(), e.getMessage());
  }

  @Test
  void aFolderThatIsNotThereIsAnError() {
    assertThrows(NoSuchFileException.class, () -> FolderLock.tryLock(folder.resolve("none")));
  }
}

package dev.nn.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

  @Test
  void aFolderThatIsNotThereIsAnError() {
    assertThrows(NoSuchFileException.class, () -> FolderLock.tryLock(folder.resolve("none")));
  }
}

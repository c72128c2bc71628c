package dev.nn.core.internal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFolderTest {
  @TempDir private Path folder;

  private static final class Forced implements FileSystemCalls {
    private final List<Path> folders = new ArrayList<>();

    @Override
    public void forceFolder(Path folder) throws IOException {
      FileSystemCalls.super.forceFolder(folder);
      folders.add(folder);
    }
  }

  /** An entry is on the disk when the folder that has it is forced. */
  @Test
  void everyFolderWithANewEntryIsForced() throws IOException {
    Forced calls = new Forced();
    Path deep = folder.resolve("a").resolve("b").resolve("c");
    DurableFolder.create(deep, calls);
    assertTrue(Files.isDirectory(deep));
    assertEquals(
        List.of(folder, folder.resolve("a"), folder.resolve("a").resolve("b")), calls.folders);
  }

  @Test
  void aFolderThatIsThereIsLeftAlone() throws IOException {
    Forced calls = new Forced();
    DurableFolder.create(folder, calls);
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
    DurableFolder.create(link, calls);
    assertEquals(List.of(), calls.folders);
  }

  @Test
  void aFileInThePlaceOfAFolderIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    FileAlreadyExistsException e =
        assertThrows(FileAlreadyExistsException.class, () -> DurableFolder.create(file));
    assertEquals(file.toString(), e.getMessage());
    assertThrows(IOException.class, () -> DurableFolder.create(file.resolve("in it")));
    assertFalse(Files.isDirectory(file));
  }

  @Test
  void aFolderThatCannotBeForcedIsNamed() {
    FileSystemCalls failing =
        new FileSystemCalls() {
          @Override
          public void forceFolder(Path folder) throws IOException {
            throw new IOException("Input/output error");
          }
        };
    Path made = folder.resolve("a");
    IOException e = assertThrows(IOException.class, () -> DurableFolder.create(made, failing));
    assertEquals(
        made + " is made, but may not survive a power cut: java.io.IOException: Input/output error",
        e.getMessage());
  }

  @Test
  void aLinkToNothingIsRefusedWithWhatToDo() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere"));
    IOException e = assertThrows(IOException.class, () -> DurableFolder.create(link));
    assertEquals(
        link
            + " is a link to nowhere, where there is nothing; delete the link, or name that folder"
            + " itself",
        e.getMessage());
  }
}

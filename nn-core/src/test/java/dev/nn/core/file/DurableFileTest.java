package dev.nn.core.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurableFileTest {
  private static final byte[] OLD = {1, 2, 3};
  private static final byte[] NEW = new byte[300_000];

  static {
    Arrays.fill(NEW, (byte) 7);
  }

  @TempDir private Path folder;

  /** The n-th call fails; a write that fails has written half before. */
  private static final class FailingCalls implements FileSystemCalls {
    private final int failing;
    private int calls;
    private String failed = "nothing";

    FailingCalls(int failing) {
      this.failing = failing;
    }

    private void call(String what) throws IOException {
      calls++;
      if (calls == failing) {
        failed = what;
        throw new IOException("No space left on device");
      }
    }

    @Override
    public FileChannel create(Path file) throws IOException {
      call("create");
      return FileSystemCalls.super.create(file);
    }

    @Override
    public void takePermissions(Path model, Path file) throws IOException {
      call("takePermissions");
      FileSystemCalls.super.takePermissions(model, file);
    }

    @Override
    public void write(FileChannel channel, ByteBuffer buffer) throws IOException {
      if (calls + 1 == failing) {
        ByteBuffer half = buffer.duplicate();
        half.limit(half.position() + half.remaining() / 2);
        FileSystemCalls.super.write(channel, half);
      }
      call("write");
      FileSystemCalls.super.write(channel, buffer);
    }

    @Override
    public void force(FileChannel channel) throws IOException {
      call("force");
      FileSystemCalls.super.force(channel);
    }

    @Override
    public void close(FileChannel channel) throws IOException {
      call("close");
      FileSystemCalls.super.close(channel);
    }

    @Override
    public void replace(Path source, Path target) throws IOException {
      call("replace");
      FileSystemCalls.super.replace(source, target);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
      call("forceFolder");
      FileSystemCalls.super.forceFolder(folder);
    }
  }

  private static DurableFile.Contents contents(byte[] bytes) {
    return out -> {
      for (int from = 0; from < bytes.length; from += 1000) {
        out.write(bytes, from, Math.min(1000, bytes.length - from));
      }
    };
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whicheverCallFailsTheOldFileStaysAndTheErrorNamesThePath() throws IOException {
    Path file = folder.resolve("model");
    boolean clean = false;
    int failing = 0;
    while (!clean) {
      failing++;
      Files.write(file, OLD);
      FailingCalls calls = new FailingCalls(failing);
      try {
        DurableFile.write(file, contents(NEW), calls);
        clean = true;
      } catch (IOException e) {
        assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
        assertTrue(e.getMessage().contains("No space left on device"), e.getMessage());
        // When the folder cannot be forced, the new file is there already, and whole.
        boolean isReplaced = calls.failed.equals("forceFolder");
        assertArrayEquals(isReplaced ? NEW : OLD, Files.readAllBytes(file), calls.failed);
      }
      assertEquals(List.of("model"), names(), "after call " + failing + ", " + calls.failed);
    }
    assertArrayEquals(NEW, Files.readAllBytes(file));
    assertTrue(failing > 8, "only " + (failing - 1) + " calls");
    System.out.println("calls that failed, one by one: " + (failing - 1));
  }

  @Test
  void contentsThatFailLeaveTheOldFile() throws IOException {
    Path file = Files.write(folder.resolve("model"), OLD);
    assertThrows(
        IllegalStateException.class,
        () ->
            DurableFile.write(
                file,
                out -> {
                  out.write(NEW);
                  throw new IllegalStateException();
                }));
    assertArrayEquals(OLD, Files.readAllBytes(file));
    assertEquals(List.of("model"), names());
  }

  private Path old(String name) throws IOException {
    Path file = Files.write(folder.resolve(name), OLD);
    return Files.setLastModifiedTime(
        file, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
  }

  @Test
  void whatKilledWritersLeftIsRemovedLater() throws IOException {
    old(".model." + UUID.randomUUID() + ".tmp");
    String fresh = ".model." + UUID.randomUUID() + ".tmp";
    Files.write(folder.resolve(fresh), OLD);
    String other = ".other." + UUID.randomUUID() + ".tmp";
    old(other);
    DurableFile.write(folder.resolve("model"), contents(NEW));
    assertEquals(
        Stream.of(fresh, other, "model").sorted().toList(),
        names(),
        "a new one may still be in use, another file's is not ours");
  }

  @Test
  void aFileOfTheUsersThatOnlyLooksTemporaryStays() throws IOException {
    old(".notes.txt.tmp");
    old(".notes.1234.tmp");
    DurableFile.write(folder.resolve("notes"), contents(NEW));
    LeftOvers.remove(folder, name -> true);
    assertEquals(List.of(".notes.1234.tmp", ".notes.txt.tmp", "notes"), names());
  }

  /** To look whether another thread has locked it would unlock it. */
  @Test
  void aTemporaryFileOfThisProcessIsNotTouched() throws IOException {
    String own = LeftOvers.newName("model");
    old(own);
    DurableFile.write(folder.resolve("model"), contents(NEW));
    assertEquals(List.of(own, "model"), names());
  }

  @Test
  void aReadOnlyLeftOverIsRemovedToo() throws IOException {
    assumeTrue(hasPermissions());
    Path left = old(".model." + UUID.randomUUID() + ".tmp");
    Files.setPosixFilePermissions(left, PosixFilePermissions.fromString("r--------"));
    DurableFile.write(folder.resolve("model"), contents(NEW));
    assertEquals(List.of("model"), names());
  }

  @Test
  void whatCannotBeCleanedUpIsNoError() {
    LeftOvers.remove(folder.resolve("none"), name -> true);
  }

  private boolean hasPermissions() throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-rw-r--", "r--r-----"})
  void aReplacedFileKeepsItsPermissions(String permissions) throws IOException {
    assumeTrue(hasPermissions());
    Path file = Files.write(folder.resolve("model"), OLD);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    DurableFile.write(file, contents(NEW));
    assertArrayEquals(NEW, Files.readAllBytes(file));
    assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aMissingFolderIsNamed() {
    Path file = folder.resolve("none").resolve("model");
    NoSuchFileException e =
        assertThrows(NoSuchFileException.class, () -> DurableFile.write(file, contents(NEW)));
    assertTrue(e.getMessage().contains("there is no such folder"), e.getMessage());
    assertTrue(e.getMessage().contains(file.getParent().toString()), e.getMessage());
  }

  @Test
  void aFolderIsNotReplaced() throws IOException {
    Files.createDirectory(folder.resolve("model"));
    IOException e =
        assertThrows(
            IOException.class, () -> DurableFile.write(folder.resolve("model"), contents(NEW)));
    assertTrue(e.getMessage().endsWith("is a folder, not a file"), e.getMessage());
  }

  @Test
  void aLinkStaysOneAndTheFileThatItLeadsToIsReplaced() throws IOException {
    Path real = Files.writeString(folder.resolve("real"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    DurableFile.write(link, contents(NEW));
    assertTrue(Files.isSymbolicLink(link));
    assertArrayEquals(NEW, Files.readAllBytes(real));
  }

  @Test
  void aDeviceIsNotReplaced() throws IOException {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device) && !Files.isRegularFile(device), "there is no such device");
    Path link = Files.createSymbolicLink(folder.resolve("device"), device);
    IOException e = assertThrows(IOException.class, () -> DurableFile.write(link, contents(NEW)));
    assertTrue(e.getMessage().contains("is a device or a pipe"), e.getMessage());
    assertFalse(Files.isRegularFile(device));
  }
}

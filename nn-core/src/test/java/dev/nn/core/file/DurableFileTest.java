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
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

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
  void whicheverCallFailsTheOldFileStaysAndTheErrorNamesThePath(TestReporter reporter)
      throws IOException {
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
    reporter.publishEntry("calls that failed, one by one", String.valueOf(failing - 1));
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

  @Test
  void whatKilledWritersLeftIsRemovedLater() throws IOException {
    Path old = Files.write(folder.resolve(".model.1234.tmp"), OLD);
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
    Files.write(folder.resolve(".model.5678.tmp"), OLD);
    Files.write(folder.resolve(".other.1234.tmp"), OLD);
    DurableFile.write(folder.resolve("model"), contents(NEW));
    assertEquals(
        List.of(".model.5678.tmp", ".other.1234.tmp", "model"),
        names(),
        "a new one may still be in use, another file's is not ours");
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

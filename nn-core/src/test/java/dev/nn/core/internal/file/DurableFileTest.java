package dev.nn.core.internal.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
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

  /** Notes the calls; the n-th fails; a write that fails has written half before. */
  private static final class FailingCalls implements FileSystemCalls {
    private final int failing;
    private final boolean movesOpenFiles;
    private final List<String> calls = new ArrayList<>();

    FailingCalls(int failing, boolean movesOpenFiles) {
      this.failing = failing;
      this.movesOpenFiles = movesOpenFiles;
    }

    @Override
    public boolean movesOpenFiles() {
      return movesOpenFiles;
    }

    private void call(String what) throws IOException {
      calls.add(what);
      if (calls.size() == failing) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public FileOutputStream create(Path file) throws IOException {
      call("create");
      return FileSystemCalls.super.create(file);
    }

    @Override
    public void takePermissions(Path model, Path file) throws IOException {
      call("takePermissions");
      FileSystemCalls.super.takePermissions(model, file);
    }

    @Override
    public void write(FileOutputStream out, byte[] bytes, int from, int count) throws IOException {
      if (calls.size() + 1 == failing) {
        FileSystemCalls.super.write(out, bytes, from, count / 2);
      }
      call("write");
      FileSystemCalls.super.write(out, bytes, from, count);
    }

    @Override
    public void force(FileOutputStream out) throws IOException {
      call("force");
      FileSystemCalls.super.force(out);
    }

    @Override
    public void close(FileOutputStream out) throws IOException {
      call("close");
      FileSystemCalls.super.close(out);
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

  /** 300,000 bytes are five buffers of 64 KiB, the last of them not full. */
  private static List<String> calls(boolean movesOpenFiles) {
    List<String> calls = new ArrayList<>(List.of("create", "takePermissions"));
    calls.addAll(Collections.nCopies(5, "write"));
    calls.add("force");
    calls.addAll(movesOpenFiles ? List.of("replace", "close") : List.of("close", "replace"));
    calls.add("forceFolder");
    return calls;
  }

  /** A power cut keeps what was forced: the contents before the name, then the folder's entry. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theContentsAreForcedBeforeTheFileTakesItsNameAndTheFolderAfterwards(boolean movesOpenFiles)
      throws IOException {
    FailingCalls calls = new FailingCalls(0, movesOpenFiles);
    DurableFile.write(folder.resolve("model"), contents(NEW), calls);
    assertEquals(calls(movesOpenFiles), calls.calls);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whicheverCallFailsTheOldFileStaysAndTheErrorNamesThePath(boolean movesOpenFiles)
      throws IOException {
    Path file = folder.resolve("model");
    List<String> all = calls(movesOpenFiles);
    for (int failing = 1; failing <= all.size(); failing++) {
      Files.write(file, OLD);
      FailingCalls calls = new FailingCalls(failing, movesOpenFiles);
      IOException e =
          assertThrows(IOException.class, () -> DurableFile.write(file, contents(NEW), calls));
      assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
      assertTrue(e.getMessage().contains("No space left on device"), e.getMessage());
      assertEquals(all.subList(0, failing), calls.calls);
      String failed = all.get(failing - 1);
      // What fails once the new file has the name cannot take it away, and the error says so.
      boolean isReplaced = failing - 1 > all.indexOf("replace");
      assertEquals(
          isReplaced, e.getMessage().startsWith(file + " is written, but may not"), failed);
      assertArrayEquals(isReplaced ? NEW : OLD, Files.readAllBytes(file), failed);
      assertEquals(List.of("model"), names(), failed);
    }
    System.out.println("calls that failed, one by one: " + all.size());
  }

  /** Another process takes an unlocked one for a left-over, if it has not changed for a while. */
  @Test
  void theTemporaryFileIsLockedUntilItHasTheName() throws IOException {
    assumeTrue(FileSystemCalls.REAL.movesOpenFiles(), "to be closed first here");
    List<Boolean> locked = new ArrayList<>();
    FileSystemCalls calls =
        new FileSystemCalls() {
          @Override
          public void replace(Path source, Path target) throws IOException {
            locked.add(SystemLocks.holds(source));
            FileSystemCalls.super.replace(source, target);
          }
        };
    Path other = Files.createFile(folder.resolve("other"));
    try (FileOutputStream out = new FileOutputStream(other.toFile())) {
      assertTrue(out.getChannel().tryLock().isValid());
      assumeTrue(SystemLocks.holds(other), "this system does not list its locks");
    }
    DurableFile.write(folder.resolve("model"), contents(NEW), calls);
    assertEquals(List.of(true), locked);
    assertFalse(SystemLocks.holds(folder.resolve("model")));
  }

  /** As a plugin in Kotlin can, or one that tricks the compiler. */
  @Test
  void whateverTheContentsThrowNothingIsLeftBehind() throws IOException {
    Path file = Files.write(folder.resolve("model"), OLD);
    Exception odd = new Exception("checked, and not declared");
    assertSame(
        odd, assertThrows(Exception.class, () -> DurableFile.write(file, out -> sneak(odd))));
    assertArrayEquals(OLD, Files.readAllBytes(file));
    assertEquals(List.of("model"), names());
  }

  @SuppressWarnings("unchecked")
  private static <E extends Exception> void sneak(Exception e) throws E {
    throw (E) e;
  }

  @AfterEach
  void leaveNoInterruptToTheNextTest() {
    boolean unused = Thread.interrupted();
  }

  @Test
  void anInterruptedThreadWritesAndStaysInterrupted() throws IOException {
    Path file = Files.write(folder.resolve("model"), OLD);
    Thread.currentThread().interrupt();
    DurableFile.write(file, contents(NEW));
    assertTrue(Thread.interrupted(), "whoever interrupted is not forgotten");
    assertArrayEquals(NEW, Files.readAllBytes(file));
    assertEquals(List.of("model"), names());
  }

  @Test
  void interruptsAtEveryMomentDoNotMakeItBeginAgain() throws IOException {
    Path file = folder.resolve("model");
    int[] begun = {0};
    DurableFile.write(
        file,
        out -> {
          begun[0]++;
          for (byte b : NEW) {
            Thread.currentThread().interrupt();
            out.write(b);
          }
        });
    assertTrue(Thread.interrupted());
    assertEquals(1, begun[0]);
    assertArrayEquals(NEW, Files.readAllBytes(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"m", "\u20ac", "\ud83d\ude00"})
  void aNameMayBeAsLongAsTheFileSystemAllows(String character) throws IOException {
    int size = character.getBytes(StandardCharsets.UTF_8).length;
    String name = "1" + character.repeat(254 / size);
    Path file = Files.write(folder.resolve(name), OLD);
    String left = LeftOvers.newName(name).replaceFirst("[-0-9a-f]{36}", UUID.randomUUID() + "");
    old(left);
    DurableFile.write(file, contents(NEW));
    assertArrayEquals(NEW, Files.readAllBytes(file));
    assertEquals(List.of(name), names(), "what a killed writer left is gone");
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
  void aLinkToNothingStaysOneToo() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("missing"));
    IOException e = assertThrows(IOException.class, () -> DurableFile.write(link, contents(NEW)));
    assertEquals(
        link
            + " is a link to missing, where there is nothing; delete the link, or name that file"
            + " itself",
        e.getMessage());
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(List.of("link"), names());
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

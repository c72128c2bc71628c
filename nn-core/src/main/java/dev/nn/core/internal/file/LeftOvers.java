package dev.nn.core.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names the temporary files of writers, and deletes those whose writer was killed. They are called
 * {@code .name.uuid.tmp}, with only the first 64 characters of a long name.
 */
public final class LeftOvers {
  private static final Logger LOG = LoggerFactory.getLogger("dev.nn.core.training.Checkpoints");
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** Most file systems take 255 bytes; 42 of them are added, and a character has up to 3. */
  private static final int MOST_CHARACTERS = 64;

  private static final Pattern NAME =
      Pattern.compile(
          "\\.(.+)\\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.tmp");

  /** The first half of the UUIDs of this process. */
  private static final long PROCESS = UUID.randomUUID().getMostSignificantBits();

  private LeftOvers() {}

  /** The name of a new temporary file beside the file of a name. */
  static String newName(String name) {
    long own = UUID.randomUUID().getLeastSignificantBits();
    return "." + shortened(name) + "." + new UUID(PROCESS, own) + ".tmp";
  }

  /** The part of a file's name that is in the names of its temporary files. */
  static String shortened(String name) {
    if (name.length() <= MOST_CHARACTERS) {
      return name;
    }
    boolean splitsPair = Character.isHighSurrogate(name.charAt(MOST_CHARACTERS - 1));
    return name.substring(0, splitsPair ? MOST_CHARACTERS - 1 : MOST_CHARACTERS);
  }

  /**
   * Deletes what writers that were killed left behind in a folder. A file that is being written is
   * locked, and stays. What cannot be deleted stays too, because no work should fail for that.
   *
   * @param names whether a name, {@link #shortened} if it is long, is that of a file whose
   *     left-overs are to go
   */
  public static void remove(Path folder, Predicate<String> names) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (isOfOthers(file, names) && isAbandoned(file)) {
          delete(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.debug("left-over files in {} cannot be removed", folder, e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.debug("{} cannot be removed", file, e);
    }
  }

  /**
   * Whether a file is a temporary one of another process. This process never opens its own, because
   * on POSIX systems closing a file gives up all locks on it, even if it is still open elsewhere in
   * the process.
   */
  private static boolean isOfOthers(Path file, Predicate<String> names) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches()
        && names.test(name.group(1))
        && UUID.fromString(name.group(2)).getMostSignificantBits() != PROCESS;
  }

  private static boolean isAbandoned(Path file) {
    try {
      // A writer that has just created its file may not have locked it yet.
      Instant modified = Files.getLastModifiedTime(file).toInstant();
      return Files.isRegularFile(file)
          && modified.isBefore(Instant.now().minus(GRACE))
          && isUnlocked(file);
    } catch (IOException e) {
      return false;
    }
  }

  /** A shared lock is refused beside a writer's, and needs no right to write. */
  private static boolean isUnlocked(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock != null;
    } catch (IOException | OverlappingFileLockException e) {
      return false;
    }
  }
}

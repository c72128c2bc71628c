package dev.nn.core.internal.saved;

import static java.util.stream.Collectors.joining;

import dev.nn.api.ModelFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The search for the newest checkpoint of a folder that can be read. */
public final class NewestCheckpoint {
  private static final Logger LOG = LoggerFactory.getLogger("dev.nn.core.training.Checkpoints");
  private static final int MOST_NAMED = 10;

  private NewestCheckpoint() {}

  public interface Reading<T> {
    T read(Path file) throws IOException;
  }

  /**
   * Warns of those that are passed over.
   *
   * @return nothing if there is no checkpoint
   * @throws IOException if there are some, but none is good, and the newest cannot be read
   * @throws ModelFormatException if there are some, but none is good, and the newest is damaged; or
   *     if one is of a newer format
   */
  public static <T> Optional<T> in(Path folder, Reading<T> reading) throws IOException {
    return in(folder, reading, problem -> LOG.warn("{}; trying the checkpoint before it", problem));
  }

  /** The same without warnings, where they were given before or are of no use. */
  static <T> Optional<T> quietlyIn(Path folder, Reading<T> reading) throws IOException {
    return in(folder, reading, problem -> {});
  }

  /** Warnings come with a good one only: where there is none, what is thrown says it all. */
  private static <T> Optional<T> in(Path folder, Reading<T> reading, Consumer<String> warning)
      throws IOException {
    Map<Path, Exception> failures = new LinkedHashMap<>();
    for (Path file : CheckpointNames.named(folder)) {
      try {
        if (Files.isDirectory(file)) {
          warning.accept(file + " is a folder, not a checkpoint");
        } else {
          T good = reading.read(file);
          failures.forEach((passedOver, failure) -> warning.accept(problem(passedOver, failure)));
          return Optional.of(good);
        }
      } catch (NewerFormatException e) {
        throw e;
      } catch (NoSuchFileException e) {
        LOG.debug("{} was deleted meanwhile", file);
      } catch (ModelFormatException | IOException e) {
        failures.put(file, e);
      }
    }
    if (failures.isEmpty()) {
      return Optional.empty();
    }
    throw noneIsGood(failures);
  }

  /** To begin anew without a word would lose what an expert, or a copy, may bring back. */
  private static IOException noneIsGood(Map<Path, Exception> failures) {
    String problems =
        failures.entrySet().stream()
            .limit(MOST_NAMED)
            .map(failure -> problem(failure.getKey(), failure.getValue()))
            .collect(joining("\n"));
    int more = Math.max(0, failures.size() - MOST_NAMED);
    String message =
        problems
            + (more > 0 ? "\nand " + more + " more" : "")
            + "\nno checkpoint there can be used, and none was touched: put a good copy of one in its"
            + " place, or move them to another folder to begin without them";
    Exception newest = failures.values().iterator().next();
    if (newest instanceof ModelFormatException damage) {
      throw new ModelFormatException(message, damage);
    }
    return new IOException(message, newest);
  }

  private static String problem(Path file, Exception failure) {
    return failure instanceof ModelFormatException
        ? String.valueOf(failure.getMessage())
        : file + " cannot be read: " + failure;
  }
}

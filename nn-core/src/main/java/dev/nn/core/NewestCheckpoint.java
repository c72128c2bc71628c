package dev.nn.core;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The search for the newest checkpoint of a folder that can be read. */
final class NewestCheckpoint {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
  private static final int MOST_NAMED = 10;

  private NewestCheckpoint() {}

  interface Reading<T> {
    T read(Path file) throws IOException;
  }

  /** Nothing if there is no checkpoint; what is thrown if there is no good one, the newest says. */
  static <T> Optional<T> in(Path folder, Reading<T> reading) throws IOException {
    Map<Path, Exception> failures = new LinkedHashMap<>();
    for (Path file : CheckpointFolder.named(folder)) {
      try {
        if (Files.isDirectory(file)) {
          LOG.warn("{} is a folder, not a checkpoint; trying the checkpoint before it", file);
        } else {
          return Optional.of(reading.read(file));
        }
      } catch (NewerFormatException e) {
        throw e;
      } catch (ModelFormatException e) {
        LOG.warn("{}; trying the checkpoint before it", e.getMessage());
        failures.put(file, e);
      } catch (NoSuchFileException e) {
        LOG.debug("{} was deleted meanwhile", file);
      } catch (IOException e) {
        LOG.warn("{} cannot be read: {}; trying the checkpoint before it", file, e.toString());
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

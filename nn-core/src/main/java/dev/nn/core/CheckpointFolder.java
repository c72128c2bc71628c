package dev.nn.core;

import dev.nn.api.NnException;
import dev.nn.core.file.DurableFolder;
import dev.nn.core.file.LeftOvers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files that one run writes its states to, and those that it finds there. */
final class CheckpointFolder {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
  private static final Pattern NAME = Pattern.compile("checkpoint-(\\d{12})\\.safetensors");

  private final Path folder;

  /** Whether a file is good, as far as that is known: so each is read once at most. */
  private final Map<Path, Boolean> good = new HashMap<>();

  CheckpointFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Before a run that does not go on from a checkpoint.
   *
   * @throws NnException if the folder has checkpoints of another run, which would be mixed up with
   *     its own
   */
  void checkUnused() throws IOException {
    if (!files(folder).isEmpty()) {
      throw new NnException(
          folder
              + " holds checkpoints of an earlier run: resume it (Trainer.resume, or nn … --resume), or"
              + " choose an empty folder");
    }
  }

  /**
   * Before a run that goes on from a state, which may be from anywhere.
   *
   * @throws NnException if the folder has checkpoints of another run, which this one would delete,
   *     or of which none can be read, so that nobody knows
   */
  void checkHoldsOnly(TrainingState state) throws IOException {
    Optional<SavedFile> newest = NewestCheckpoint.quietlyIn(folder, SavedFile::readCheckpoint);
    if (newest.isPresent() && !state.isOfRunOf(newest.get())) {
      throw new NnException(
          folder
              + " holds checkpoints of another run, with another network, settings or examples, and"
              + " this one would delete them: choose an empty folder");
    }
  }

  /**
   * Writes a state and deletes the files that are not to be kept, and what runs that were killed
   * left half-written. Fails only if the state cannot be written.
   *
   * @param keep how many good files stay
   */
  void write(TrainingState state, int keep) throws IOException {
    DurableFolder.create(folder);
    Path written = folder.resolve(name(state.steps()));
    state.save(written);
    good.put(written, true);
    LeftOvers.remove(folder, name -> NAME.matcher(name).matches());
    try {
      deleteAllBut(keep, written);
    } catch (IOException e) {
      LOG.warn("old checkpoints in {} cannot be deleted: {}", folder, e.toString());
    }
  }

  private void deleteAllBut(int keep, Path written) throws IOException {
    List<Path> newestFirst = files(folder);
    if (newestFirst.size() <= keep) {
      return;
    }
    int kept = 0;
    for (Path file : newestFirst) {
      if (kept < keep) {
        kept += good.computeIfAbsent(file, CheckpointFolder::isGood) ? 1 : 0;
      } else if (!file.equals(written)) {
        Files.deleteIfExists(file);
        good.remove(file);
      }
    }
  }

  private static boolean isGood(Path file) {
    try {
      SavedFile.readCheckpoint(file);
      return true;
    } catch (IOException | NnException e) {
      LOG.warn("{} does not count among the checkpoints that are kept: {}", file, e.toString());
      return false;
    }
  }

  /** The same in every language: some write numbers in other digits, which nothing here reads. */
  private static String name(long steps) {
    return String.format(Locale.ROOT, "checkpoint-%012d.safetensors", steps);
  }

  /** The checkpoints of a folder, newest first. */
  static List<Path> files(Path folder) throws IOException {
    return named(folder).stream().filter(file -> !Files.isDirectory(file)).toList();
  }

  /** Whatever has the name of a checkpoint, newest first. */
  static List<Path> named(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> NAME.matcher(String.valueOf(file.getFileName())).matches())
          .sorted(Comparator.comparing(Path::getFileName).reversed())
          .toList();
    } catch (UncheckedIOException e) {
      throw new IOException(folder + " cannot be listed: " + e.getMessage(), e);
    }
  }
}

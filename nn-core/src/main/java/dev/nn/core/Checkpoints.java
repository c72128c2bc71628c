package dev.nn.core;

import dev.nn.api.NnException;
import dev.nn.core.file.LeftOvers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a run writes its state to a folder, and how many files are kept. Immutable: {@code
 * Checkpoints.in(folder).everyEpochs(5).keep(2)}.
 *
 * <p>A folder belongs to one run at a time: from its start to the closing of its session no other
 * run of any process can start there. The empty file {@code .nn.lock} in it is for that; what
 * counts is the lock that a living process has on it, not whether it is there.
 *
 * @param folder where the files go; made if it is not there
 * @param everySteps after so many updates; 0 for never
 * @param everyEpochs after so many epochs; 0 for never
 * @param every after so much time, at the end of a step; zero for never
 * @param keep how many of the newest files stay
 */
public record Checkpoints(Path folder, long everySteps, int everyEpochs, Duration every, int keep) {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
  private static final Pattern NAME = Pattern.compile("checkpoint-(\\d{12})\\.safetensors");

  /**
   * Checks the numbers.
   *
   * @throws NnException if one is negative, or nothing would be kept
   */
  public Checkpoints {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(every, "every");
    if (everySteps < 0 || everyEpochs < 0 || every.isNegative() || keep < 1) {
      throw new NnException(
          "checkpoints: intervals must be at least 0 and keep at least 1, got %d steps, %d epochs, %s, keep %d"
              .formatted(everySteps, everyEpochs, every, keep));
    }
  }

  /** After each epoch; the newest three are kept. */
  public static Checkpoints in(Path folder) {
    return new Checkpoints(folder, 0, 1, Duration.ZERO, 3);
  }

  /** After so many updates instead. */
  public Checkpoints everySteps(long steps) {
    return new Checkpoints(folder, steps, 0, Duration.ZERO, keep);
  }

  /** After so many epochs instead. */
  public Checkpoints everyEpochs(int epochs) {
    return new Checkpoints(folder, 0, epochs, Duration.ZERO, keep);
  }

  /** After so much time instead. */
  public Checkpoints every(Duration interval) {
    return new Checkpoints(folder, 0, 0, interval, keep);
  }

  /** The same with another number of files that stay. */
  public Checkpoints keep(int files) {
    return new Checkpoints(folder, everySteps, everyEpochs, every, files);
  }

  /**
   * Writes a state and deletes the files that are not to be kept, and what runs that were killed
   * left half-written. Fails only if the state cannot be written.
   */
  void write(TrainingState state) throws IOException {
    Files.createDirectories(folder);
    Path written = folder.resolve(name(state.steps()));
    state.save(written);
    LeftOvers.remove(folder, name -> NAME.matcher(name).matches());
    try {
      List<Path> newestFirst = files(folder);
      for (Path old : newestFirst.subList(Math.min(keep, newestFirst.size()), newestFirst.size())) {
        if (!old.equals(written)) {
          Files.deleteIfExists(old);
        }
      }
    } catch (IOException e) {
      LOG.warn("old checkpoints in {} cannot be deleted: {}", folder, e.toString());
    }
  }

  /** The same in every language: some write numbers in other digits, which nothing here reads. */
  private static String name(long steps) {
    return String.format(Locale.ROOT, "checkpoint-%012d.safetensors", steps);
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
          folder + " holds checkpoints of an earlier run: resume it, or choose an empty folder");
    }
  }

  /**
   * Before a run that goes on from a state, which may be from anywhere.
   *
   * @throws NnException if the folder has checkpoints of another run, which this one would delete
   */
  void checkHoldsOnly(TrainingState state) throws IOException {
    Optional<SavedFile> newest = newest(folder, SavedFile::read);
    if (newest.isPresent() && !state.isOfRunOf(newest.get())) {
      throw new NnException(
          folder
              + " holds checkpoints of another run, with another network, settings or examples, and"
              + " this one would delete them: choose an empty folder");
    }
  }

  private interface Reading<T> {
    T read(Path file) throws IOException;
  }

  /**
   * The newest state in a folder that can be read; a file that is damaged or cannot be read is
   * warned of and the one before it taken.
   *
   * @return nothing if there is no checkpoint
   * @throws ModelFormatException if there are some, but none is good, and the newest is damaged; or
   *     if a newer version of this framework has made one, which is no damage
   * @throws IOException if there are some, but none is good, and the newest cannot be read
   */
  public static Optional<TrainingState> newest(Path folder, PluginRegistry registry)
      throws IOException {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(registry, "registry");
    return newest(folder, file -> TrainingState.load(file, registry));
  }

  private static <T> Optional<T> newest(Path folder, Reading<T> reading) throws IOException {
    List<Exception> failures = new ArrayList<>();
    for (Path file : named(folder)) {
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
        failures.add(e);
      } catch (NoSuchFileException e) {
        LOG.debug("{} was deleted meanwhile", file);
      } catch (IOException e) {
        LOG.warn("{} cannot be read: {}; trying the checkpoint before it", file, e.toString());
        failures.add(e);
      }
    }
    if (failures.isEmpty()) {
      return Optional.empty();
    }
    if (failures.get(0) instanceof IOException unreadable) {
      throw unreadable;
    }
    throw (ModelFormatException) failures.get(0);
  }

  /** The checkpoints of a folder, newest first. */
  static List<Path> files(Path folder) throws IOException {
    return named(folder).stream().filter(file -> !Files.isDirectory(file)).toList();
  }

  /** Whatever has the name of a checkpoint, newest first. */
  private static List<Path> named(Path folder) throws IOException {
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

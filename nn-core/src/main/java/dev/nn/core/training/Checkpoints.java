package dev.nn.core.training;

import dev.nn.api.NnException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

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
 * @param keep how many of the newest good files stay; a damaged one among them does not count
 */
public record Checkpoints(Path folder, long everySteps, int everyEpochs, Duration every, int keep) {
  /**
   * Checks the numbers.
   *
   * @throws NnException if one is negative, nothing would be kept, or the folder is not in the
   *     default file system
   */
  public Checkpoints {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(every, "every");
    if (everySteps < 0 || everyEpochs < 0 || every.isNegative() || keep < 1) {
      throw new NnException(
          "checkpoints: intervals must be at least 0 and keep at least 1, got %s steps, %s epochs, %s, keep %s"
              .formatted(everySteps, everyEpochs, every, keep));
    }
    if (folder.getFileSystem() != FileSystems.getDefault()) {
      throw new NnException(
          "checkpoints need a folder of the default file system, where files can be replaced"
              + " safely, not "
              + folder);
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
}

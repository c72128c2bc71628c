package dev.nn.core.training;

import dev.nn.api.NnException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * When a run writes its state to a folder, and how many files are kept. The methods return changed
 * copies:
 *
 * <pre>{@code
 * Checkpoints checkpoints = Checkpoints.in(Path.of("runs/houses")).everyEpochs(5).keep(2);
 * }</pre>
 *
 * <p>A folder belongs to one run at a time: from the start of the run until its session is closed,
 * no other run of any process can start there. The empty file {@code .nn.lock} in the folder serves
 * that purpose. What counts is the lock that a living process holds on it, so a file that a killed
 * process has left does no harm.
 *
 * @param folder the folder for the files, which is made if it does not exist
 * @param everySteps the number of updates after which the state is written, or 0
 * @param everyEpochs the number of epochs after which the state is written, or 0
 * @param every the time after which the state is written, at the end of a step, or zero
 * @param keep how many of the newest good files are kept; damaged files among them do not count
 */
public record Checkpoints(Path folder, long everySteps, int everyEpochs, Duration every, int keep) {
  /**
   * Creates a description and checks it.
   *
   * @throws NnException if a number is negative, if nothing would be kept, or if the folder is not
   *     in the default file system
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

  /** Returns checkpoints in a folder after each epoch, of which the newest three are kept. */
  public static Checkpoints in(Path folder) {
    return new Checkpoints(folder, 0, 1, Duration.ZERO, 3);
  }

  /** Returns the same with a file after every {@code steps} updates instead. */
  public Checkpoints everySteps(long steps) {
    return new Checkpoints(folder, steps, 0, Duration.ZERO, keep);
  }

  /** Returns the same with a file after every {@code epochs} epochs instead. */
  public Checkpoints everyEpochs(int epochs) {
    return new Checkpoints(folder, 0, epochs, Duration.ZERO, keep);
  }

  /** Returns the same with a file whenever this time has passed instead. */
  public Checkpoints every(Duration interval) {
    return new Checkpoints(folder, 0, 0, interval, keep);
  }

  /** Returns the same with another number of files that are kept. */
  public Checkpoints keep(int files) {
    return new Checkpoints(folder, everySteps, everyEpochs, every, files);
  }
}

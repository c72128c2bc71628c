package dev.nn.core.internal.run;

import dev.nn.api.NnException;
import dev.nn.core.internal.file.DurableFolder;
import dev.nn.core.internal.file.FolderLock;
import dev.nn.core.internal.saved.CheckpointFolder;
import dev.nn.core.internal.saved.RunState;
import dev.nn.core.training.Checkpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.Optional;

/**
 * The checkpoints of one run: knows when the next is due, and keeps other runs out of the folder
 * until it is closed.
 */
final class Checkpointing implements AutoCloseable {
  private final Checkpoints rule;
  private final CheckpointFolder folder;
  private final FolderLock lock;
  private long lastTime = System.nanoTime();

  private Checkpointing(Checkpoints rule, FolderLock lock) {
    this.rule = rule;
    this.folder = new CheckpointFolder(rule.folder());
    this.lock = lock;
  }

  /**
   * Prepares the checkpoints of a run.
   *
   * @param from the state that the run goes on from, or nothing for a new run
   * @throws NnException if another run is at work in the folder, or the run would mix its
   *     checkpoints with those of another one
   */
  static Checkpointing start(Checkpoints rule, Optional<RunState> from) {
    try {
      DurableFolder.create(rule.folder());
      FolderLock lock =
          FolderLock.tryLock(rule.folder())
              .orElseThrow(
                  () ->
                      new NnException(
                          rule.folder()
                              + " is in use by another run, which writes its checkpoints there:"
                              + " wait for its end, or choose another folder"));
      Checkpointing result = new Checkpointing(rule, lock);
      result.checkFree(from);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "checkpoints cannot be written to " + rule.folder() + ": " + reason(e), e);
    }
  }

  private void checkFree(Optional<RunState> from) throws IOException {
    try {
      if (from.isPresent()) {
        folder.checkHoldsOnly(from.get());
      } else {
        folder.checkUnused();
      }
    } catch (Throwable e) {
      close();
      throw e;
    }
  }

  /** Whether the state after this step is to be written. */
  boolean isDue(long steps, boolean endsEpoch, int epoch) {
    boolean bySteps = rule.everySteps() > 0 && steps % rule.everySteps() == 0;
    boolean byEpochs = endsEpoch && rule.everyEpochs() > 0 && epoch % rule.everyEpochs() == 0;
    boolean byTime =
        !rule.every().isZero()
            && Duration.ofNanos(System.nanoTime() - lastTime).compareTo(rule.every()) >= 0;
    return bySteps || byEpochs || byTime;
  }

  /**
   * Writes a state, even if the thread is interrupted. If that fails, the run ends, because its
   * user counts on the checkpoints.
   */
  void write(RunState state) {
    try {
      folder.write(state, rule.keep());
      lastTime = System.nanoTime();
    } catch (IOException e) {
      IOException advised =
          new IOException(
              reason(e)
                  + "; the run ends here, and the checkpoints that were written before are still"
                  + " there: mend what is in the way, and resume",
              e);
      throw new UncheckedIOException(advised.getMessage(), advised);
    }
  }

  /** Exceptions of file systems may say no more than a path. */
  private static String reason(IOException e) {
    return e instanceof FileSystemException ? e.toString() : String.valueOf(e.getMessage());
  }

  /** Lets other runs use the folder. */
  @Override
  public void close() {
    lock.close();
  }
}

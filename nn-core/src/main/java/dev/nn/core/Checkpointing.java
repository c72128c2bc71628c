package dev.nn.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Knows during a run when the next checkpoint is due. */
final class Checkpointing {
  private final Checkpoints rule;
  private long lastTime = System.nanoTime();

  Checkpointing(Checkpoints rule) {
    this.rule = rule;
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
   * Writes; a run whose checkpoints cannot be written ends, because its user counts on them. An
   * interrupt of the thread closes the file that is being written, so it is held back, and the file
   * written again.
   */
  void write(TrainingState state) {
    boolean interrupted = Thread.interrupted();
    try {
      try {
        rule.write(state);
      } catch (IOException e) {
        if (!Thread.interrupted()) {
          throw e;
        }
        interrupted = true;
        rule.write(state);
      }
      lastTime = System.nanoTime();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

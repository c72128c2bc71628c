package dev.nn.core;

import java.io.IOException;
import java.io.UncheckedIOException;

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
        !rule.every().isZero() && System.nanoTime() - lastTime >= rule.every().toNanos();
    return bySteps || byEpochs || byTime;
  }

  /** Writes; a run whose checkpoints cannot be written ends, because its user counts on them. */
  void write(TrainingState state) {
    try {
      rule.write(state);
      lastTime = System.nanoTime();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}

package dev.nn.core;

import dev.nn.core.training.EpochRecord;

/**
 * Is told how a run proceeds, in the thread that trains. Any method may call {@link
 * TrainingRun#stop}.
 */
public interface TrainingListener {

  /** Before the first step. */
  default void runStarted(TrainingRun run) {}

  /** Before the first step of an epoch. */
  default void epochStarted(TrainingRun run) {}

  /** After each step. Called often: be quick. */
  default void batchEnded(TrainingRun run) {}

  /** After the last step of an epoch and its validation. */
  default void epochEnded(TrainingRun run, EpochRecord epoch) {}

  /** After the end, however it came. */
  default void runEnded(TrainingResult result) {}
}

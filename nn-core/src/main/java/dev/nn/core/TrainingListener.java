package dev.nn.core;

import dev.nn.core.training.EpochRecord;

/**
 * A listener that is told how a run proceeds, in the thread that trains. Each of its methods may
 * call {@link TrainingRun#stop} to end the run.
 *
 * <pre>{@code
 * builder.listener(new TrainingListener() {
 *   @Override
 *   public void epochEnded(TrainingRun run, EpochRecord epoch) {
 *     System.out.println("epoch " + epoch.epoch() + " loss " + epoch.loss());
 *   }
 * });
 * }</pre>
 */
public interface TrainingListener {

  /** Called before the first step. */
  default void runStarted(TrainingRun run) {}

  /** Called before the first step of an epoch. */
  default void epochStarted(TrainingRun run) {}

  /** Called after each step. This happens often, so it has to be quick. */
  default void batchEnded(TrainingRun run) {}

  /** Called after the last step of an epoch and its validation. */
  default void epochEnded(TrainingRun run, EpochRecord epoch) {}

  /** Called after the end of the run, for whatever reason it ended. */
  default void runEnded(TrainingResult result) {}
}

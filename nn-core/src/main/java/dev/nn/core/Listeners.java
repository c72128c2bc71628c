package dev.nn.core;

import dev.nn.core.internal.run.RunEvents;
import dev.nn.core.training.EpochRecord;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells listeners how a run proceeds. They are told of every batch, so nothing is allocated here.
 */
final class Listeners implements RunEvents {
  private final TrainingListener[] listeners;
  private final TrainingRun run;
  private final Supplier<TrainingResult> result;

  /**
   * @param run the run that the listeners are given
   * @param result makes the result that they are given in the end
   */
  Listeners(List<TrainingListener> listeners, TrainingRun run, Supplier<TrainingResult> result) {
    this.listeners = listeners.toArray(TrainingListener[]::new);
    this.run = run;
    this.result = result;
  }

  @Override
  public void runStarted() {
    for (TrainingListener listener : listeners) {
      listener.runStarted(run);
    }
  }

  @Override
  public void epochStarted() {
    for (TrainingListener listener : listeners) {
      listener.epochStarted(run);
    }
  }

  @Override
  public void batchEnded() {
    for (TrainingListener listener : listeners) {
      listener.batchEnded(run);
    }
  }

  @Override
  public void epochEnded(EpochRecord epoch) {
    for (TrainingListener listener : listeners) {
      listener.epochEnded(run, epoch);
    }
  }

  /** Tells all listeners, even if one throws. What they throw does not hide why the run failed. */
  @Override
  public void runEnded() {
    TrainingResult ended = result.get();
    @Nullable Throwable failure = ended.failure().orElse(null);
    RuntimeException thrown = null;
    for (TrainingListener listener : listeners) {
      try {
        listener.runEnded(ended);
      } catch (RuntimeException e) {
        if (failure != null) {
          failure.addSuppressed(e);
        } else if (thrown == null) {
          thrown = e;
        } else {
          thrown.addSuppressed(e);
        }
      }
    }
    if (thrown != null) {
      throw thrown;
    }
  }
}

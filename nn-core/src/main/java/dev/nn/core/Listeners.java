package dev.nn.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells listeners how a run proceeds. Most are told batch by batch, so nothing is allocated here.
 */
final class Listeners {
  private final TrainingListener[] listeners;
  private final TrainingRun run;

  Listeners(List<TrainingListener> listeners, TrainingRun run) {
    this.listeners = listeners.toArray(TrainingListener[]::new);
    this.run = run;
  }

  void runStarted() {
    for (TrainingListener listener : listeners) {
      listener.runStarted(run);
    }
  }

  void epochStarted() {
    for (TrainingListener listener : listeners) {
      listener.epochStarted(run);
    }
  }

  void batchEnded() {
    for (TrainingListener listener : listeners) {
      listener.batchEnded(run);
    }
  }

  void epochEnded(EpochRecord epoch) {
    for (TrainingListener listener : listeners) {
      listener.epochEnded(run, epoch);
    }
  }

  /** Tells all, even if one throws; what they throw does not hide why the run failed. */
  void runEnded(TrainingResult result, @Nullable Throwable failure) {
    RuntimeException thrown = null;
    for (TrainingListener listener : listeners) {
      try {
        listener.runEnded(result);
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

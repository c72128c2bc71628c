package dev.nn.core.internal.run;

import dev.nn.core.training.EpochRecord;

/**
 * What a run reports on its way. The training loop calls this interface, and the session above it
 * passes everything on to the listeners.
 */
public interface RunEvents {

  /** The run begins. */
  void runStarted();

  /** An epoch begins. */
  void epochStarted();

  /** A step was done. */
  void batchEnded();

  /** An epoch is finished, with its validation. */
  void epochEnded(EpochRecord epoch);

  /** The run has ended, for whatever reason. */
  void runEnded();
}

package dev.nn.core.internal.run;

import dev.nn.core.training.EpochRecord;

/**
 * What a run has to tell on its way. The loop below the doors speaks to this interface, and the
 * session above it passes everything on to the listeners.
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

  /** The run has ended, whichever way. */
  void runEnded();
}

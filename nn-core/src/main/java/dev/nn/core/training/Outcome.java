package dev.nn.core.training;

/** How a run ended. */
public enum Outcome {
  /** It has not ended yet. */
  RUNNING,
  /** All epochs were done. */
  COMPLETED,
  /** The loss did not improve any more. The model has the weights of the best epoch. */
  STOPPED_EARLY,
  /** A listener asked the run to end. */
  STOPPED,
  /** The thread was interrupted. Its interrupt status is set. */
  INTERRUPTED,
  /** The loss or the weights were no longer finite. */
  DIVERGED
}

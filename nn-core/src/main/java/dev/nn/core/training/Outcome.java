package dev.nn.core.training;

/** How a run ended. */
public enum Outcome {
  /** It has not ended yet. */
  RUNNING,
  /** All epochs were done. */
  COMPLETED,
  /** The loss did not improve any more; the model has the weights of the best epoch. */
  STOPPED_EARLY,
  /** A listener asked for the end. */
  STOPPED,
  /** The thread was interrupted; its interrupt status is set. */
  INTERRUPTED,
  /** The loss or the weights were no longer finite. */
  DIVERGED
}

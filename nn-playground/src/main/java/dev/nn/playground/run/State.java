package dev.nn.playground.run;

/** What a training is doing. */
public enum State {
  /** It trains. */
  RUNNING,
  /** It waits for the user. */
  PAUSED,
  /** It has come to the end of its epochs. */
  ENDED,
  /** It cannot go on. */
  FAILED
}

package dev.nn.core.training;

/** When a run puts its examples into a new random order. */
public enum Shuffling {
  /** Before each epoch, which is the default, as in Keras and scikit-learn. */
  EACH_EPOCH,

  /** Before the first epoch, whose order the others keep, as in Weka. */
  ONCE,

  /**
   * Never: the examples are taken in the order of the data, as PyTorch's {@code DataLoader} does.
   */
  NEVER
}

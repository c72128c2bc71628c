package dev.nn.api;

/**
 * A rule that turns gradients into updates. It describes the state that it needs; the engine owns
 * that state and passes it in: slots (floats for each parameter) and scalars (numbers for the whole
 * run).
 */
public non-sealed interface Optimizer extends Plugin {

  /** What one call of {@link #update} may cover. */
  enum Granularity {
    /** Each element by itself: any part of a parameter. */
    ELEMENT,
    /** Whole parameters: for rules that need their norms. */
    TENSOR
  }

  /** The learning rate. */
  Schedule learningRate();

  /**
   * Floats of state for each parameter: 0 for plain gradient descent, 1 for momentum, 2 for adam.
   */
  default int slots() {
    return 0;
  }

  /** The first value of every element of a slot. */
  default float initialSlot(int slot) {
    return 0;
  }

  /** How many numbers of state the whole run has. They are zero at first. */
  default int scalars() {
    return 0;
  }

  /** What one call of {@link #update} must cover. */
  default Granularity granularity() {
    return Granularity.ELEMENT;
  }

  /**
   * Called once before the updates of a step, to advance the scalars: bias corrections and the
   * like.
   *
   * @param step updates made before this one: 0 for the first
   * @param scalars {@link #scalars()} numbers
   */
  default void prepare(long step, double[] scalars) {}

  /**
   * Updates part of the parameters from their gradients. Calls for different parts run at the same
   * time on several threads, so only the elements of this tile may be written.
   */
  void update(ParameterTile tile);

  @Override
  default Optimizer withOptions(Options complete) {
    return this;
  }
}

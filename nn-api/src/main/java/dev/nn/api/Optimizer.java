package dev.nn.api;

/**
 * A rule that turns gradients into updates of the parameters.
 *
 * <p>An optimizer describes the state that it needs but does not keep it: the engine owns it,
 * passes it in and saves it in checkpoints. State comes as <i>slots</i>, which have a float for
 * each parameter, and as <i>scalars</i>, which are numbers for the whole run. Gradient descent with
 * momentum needs one slot:
 *
 * <pre>{@code
 * public record Momentum(Schedule learningRate) implements Optimizer {
 *   public Momentum() { this(Schedule.constant(0.01)); }
 *   public String name() { return "acme.momentum"; }
 *   public Options options() { return Options.NONE.withPlugin("learning_rate", learningRate); }
 *   public Momentum withOptions(Options complete) {
 *     return new Momentum(complete.plugin("learning_rate", Schedule.class));
 *   }
 *   public int slots() { return 1; }
 *   public void update(ParameterTile tile) {
 *     float[] w = tile.weights();
 *     float[] g = tile.gradients();
 *     float[] v = tile.slot(0);
 *     float rate = (float) tile.learningRate();
 *     int to = tile.to();
 *     for (int i = tile.from(); i < to; i++) {
 *       v[i] = 0.9f * v[i] - rate * g[i];
 *       w[i] += v[i];
 *     }
 *   }
 * }
 * }</pre>
 */
public non-sealed interface Optimizer extends Plugin {

  /** What one call of {@link #update} may cover. */
  enum Granularity {
    /** Each element is updated by itself, so that a call may cover any part of a parameter. */
    ELEMENT,
    /** A call covers whole parameters, for rules that need their norms. */
    TENSOR
  }

  /** Returns the learning rate. */
  Schedule learningRate();

  /**
   * Returns how many floats of state there are for each parameter: 0 for plain gradient descent, 1
   * for momentum, 2 for adam. After every 256th step the engine sets subnormal ones, and such
   * weights, to 0: averages that decay would stay so for good, and some processors are slow at
   * them.
   */
  default int slots() {
    return 0;
  }

  /**
   * Returns the value that every element of a slot has at first.
   *
   * @param slot from 0 to {@link #slots()} − 1
   */
  default float initialSlot(int slot) {
    return 0;
  }

  /** Returns how many numbers of state the whole run has. They are zero at first. */
  default int scalars() {
    return 0;
  }

  /** Returns what one call of {@link #update} must cover. */
  default Granularity granularity() {
    return Granularity.ELEMENT;
  }

  /**
   * Advances the scalars, for instance the bias corrections of adam. It is called once for each
   * step, before its updates, so that all of them see the same numbers.
   *
   * @param step number of updates made before this one, which is 0 for the first
   * @param scalars {@link #scalars()} numbers, which may be changed
   */
  default void prepare(long step, double[] scalars) {}

  /**
   * Updates a part of the parameters from their gradients. Calls for different parts run at the
   * same time on several threads, so only elements of this tile may be written.
   *
   * <p>A name stands for its formula. So the engine may do the updates of an optimizer with the
   * name and the options of {@code sgd} by itself, together with the gradients.
   */
  void update(ParameterTile tile);

  @Override
  default Optimizer withOptions(Options complete) {
    return this;
  }
}

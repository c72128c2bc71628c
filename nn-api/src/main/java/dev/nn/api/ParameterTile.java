package dev.nn.api;

/**
 * A part of the parameters, with all that an optimizer needs to update it.
 *
 * <p>Weights, gradients and slots share one index, which runs from {@link #from} (inclusive) to
 * {@link #to} (exclusive). An update copies the arrays to local variables before its loop, because
 * that lets the JIT compiler make vectors of it:
 *
 * <pre>{@code
 * float[] w = tile.weights();
 * float[] g = tile.gradients();
 * float rate = (float) tile.learningRate();
 * int to = tile.to();
 * for (int i = tile.from(); i < to; i++) {
 *   w[i] -= rate * g[i];
 * }
 * }</pre>
 */
public interface ParameterTile {
  /** Returns the parameters, which the update changes. */
  float[] weights();

  /** Returns the gradients ∂L/∂w. After use they may be overwritten as scratch space. */
  float[] gradients();

  /**
   * Returns one slot of the optimizer's state, which the update changes.
   *
   * @param slot from 0 to {@link Optimizer#slots} − 1
   */
  float[] slot(int slot);

  /** Returns the first index of this tile. */
  int from();

  /** Returns the index after the last one of this tile. */
  int to();

  /**
   * Returns how many columns the parameter has as a matrix, whose rows follow each other in the
   * arrays. A tile consists of whole rows, so it has ({@link #to} − {@link #from}) / columns of
   * them; a bias is one row. An optimizer that works on matrices needs this, together with {@link
   * Optimizer.Granularity#TENSOR}; a tile that does not say is one row.
   */
  default int columns() {
    return to() - from();
  }

  /** Returns the learning rate of this step. */
  double learningRate();

  /**
   * Returns whether weight decay applies to these parameters. A user may leave some out, commonly
   * biases and the scales of normalization layers, and an optimizer with weight decay has to
   * respect that.
   */
  default boolean decays() {
    return true;
  }

  /** Returns the number of updates made before this one, which is 0 for the first. */
  long step();

  /**
   * Returns one of the optimizer's scalars, as {@link Optimizer#prepare} left it. All tiles of a
   * step see the same value.
   */
  double scalar(int index);
}

package dev.nn.api;

/**
 * A part of the parameters, with all that an update needs. Weights, gradients and slots share one
 * index, from {@link #from} (inclusive) to {@link #to} (exclusive). Copy the arrays to local
 * variables before the loop.
 */
public interface ParameterTile {
  /** The parameters; written by the update. */
  float[] weights();

  /** ∂L/∂w; may be used as scratch space. */
  float[] gradients();

  /** A slot of the optimizer's state; written by the update. */
  float[] slot(int slot);

  /** First index of this tile. */
  int from();

  /** Index after the last of this tile. */
  int to();

  /** The learning rate of this step. */
  double learningRate();

  /**
   * Whether weight decay applies to these parameters. A user may leave some out, commonly biases
   * and the scales of normalization layers, and an optimizer with weight decay has to respect that.
   */
  default boolean decays() {
    return true;
  }

  /** Updates made before this one: 0 for the first. */
  long step();

  /** One of the optimizer's scalars, as {@link Optimizer#prepare} left it. Read only. */
  double scalar(int index);
}

package dev.nn.api;

import dev.nn.math.Matrix;

/**
 * The gradient of one tile of one parameter: some of its rows, summed over <b>all</b> rows of the
 * batch, so that no sum depends on the number of workers. The matrices of this pass have a row for
 * every example of the batch. Most layers need one call of {@link #product} or {@link #columnSums}.
 */
public interface GradientPass extends Pass {

  /** Which parameter, by its index in {@link Layer#parameters}. */
  int index();

  /** The first row of the parameter that this tile covers. */
  int firstRow();

  /**
   * Not available: other tiles may already be updated.
   *
   * @throws IllegalStateException always; keep what the gradient needs in a saved or shared buffer
   */
  @Override
  Matrix parameter(int index);

  /** Receives ∂L/∂parameter: the rows of the tile × the columns of the parameter. */
  Matrix gradient();

  /** ∂L/∂output (or ∂L/∂z) as the backward pass left it. */
  Matrix outputGradient();

  /**
   * Sets the tile to its rows of leftᵀ · right, summed over the batch: for a dense kernel, left is
   * the input and right is ∂L/∂z.
   *
   * @param left batch rows × rows of the whole parameter
   * @param right batch rows × columns of the parameter
   */
  void product(Matrix left, Matrix right);

  /**
   * Sets the tile to the sums of the columns over the batch: for a bias, of ∂L/∂z.
   *
   * @param matrix batch rows × columns of the parameter, which has one row
   */
  void columnSums(Matrix matrix);
}

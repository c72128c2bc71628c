package dev.nn.api;

import dev.nn.math.Matrix;

/**
 * The gradient of one tile of one parameter: some rows of the parameter, each summed over
 * <b>all</b> rows of the batch, so that no sum depends on the number of workers.
 *
 * <p>The matrices of this pass have a row for every example of the batch. Most layers need one call
 * of {@link #product} or {@link #columnSums}. For a dense layer, whose backward pass left ∂L/∂z in
 * {@link #outputGradient}, that is:
 *
 * <pre>{@code
 * if (pass.index() == KERNEL) {
 *   pass.product(pass.input(), pass.outputGradient());
 * } else {
 *   pass.columnSums(pass.outputGradient());
 * }
 * }</pre>
 */
public interface GradientPass extends Pass {

  /** Returns which parameter this is about, by its index in {@link Layer#parameters}. */
  int index();

  /**
   * Returns the first row of the parameter that this tile covers. The number of its rows is that of
   * {@link #gradient}.
   */
  int firstRow();

  /**
   * Parameters are not available here, because other tiles may have been updated already.
   *
   * @throws IllegalStateException always; what the gradient needs of them is to be kept in a saved
   *     or shared buffer
   */
  @Override
  Matrix parameter(int index);

  /**
   * Returns the matrix that receives ∂L/∂parameter: the rows of the tile × the columns of the
   * parameter.
   */
  Matrix gradient();

  /** Returns ∂L/∂output, or ∂L/∂z, as the backward pass left it. */
  Matrix outputGradient();

  /**
   * Sets the tile to its rows of leftᵀ · right, summed over the batch. For a dense kernel, left is
   * the input and right is ∂L/∂z.
   *
   * <p>Where nothing else needs the gradient, the engine may compute the product of the input and
   * the output gradient together with the update, after the layer has returned. A layer that calls
   * {@link #gradient} finds it there in any case.
   *
   * @param left batch rows × rows of the whole parameter
   * @param right batch rows × columns of the parameter
   */
  void product(Matrix left, Matrix right);

  /**
   * Sets the tile to the sums of the columns over the batch. For a bias, they are those of ∂L/∂z.
   *
   * @param matrix batch rows × columns of the parameter, which has one row
   */
  void columnSums(Matrix matrix);
}

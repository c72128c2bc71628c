package dev.nn.api;

import dev.nn.math.Matrix;

/**
 * A pass of one worker over some columns and <b>all</b> rows of the batch, for a layer that
 * {@linkplain Layer#couplesRows couples rows}. It happens in training only, while no row pass of
 * this layer runs. A column here is an index into the last dimension of the layer's input: a
 * feature, or a channel of an image.
 *
 * <p>Here all rows of the batch are seen. A row pass sees its worker's only, which may be none, so
 * what depends on the number of rows goes into a shared buffer here.
 */
public interface ColumnPass extends Pass {

  /** First column of this worker. */
  int from();

  /** Column after the last of this worker. */
  int to();

  /**
   * ∂L/∂output of the whole batch.
   *
   * @throws IllegalStateException in the forward pass
   */
  Matrix outputGradient();

  /**
   * A parameter that is not trainable, such as a running mean: the pass may write the elements of
   * its columns.
   */
  @Override
  Matrix parameter(int index);
}

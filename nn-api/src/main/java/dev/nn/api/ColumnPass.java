package dev.nn.api;

import dev.nn.math.Matrix;

/**
 * A pass of one worker over some columns and <b>all</b> rows of the batch, for a layer that
 * {@linkplain Layer#couplesRows couples rows}. It happens in training only, while no row pass of
 * this layer runs. A column is an index into the last dimension of the layer's input: a feature, or
 * a channel of an image.
 *
 * <p>Batch normalization, for instance, computes the mean and the variance of its columns here and
 * leaves them in a shared buffer, from which the row passes take them. A row pass sees the rows of
 * its worker only, which may be none, so whatever depends on all rows, or on how many there are,
 * has to be computed here.
 */
public interface ColumnPass extends Pass {

  /** Returns the first column of this worker. */
  int from();

  /** Returns the column after the last one of this worker. */
  int to();

  /**
   * Returns ∂L/∂output of the whole batch.
   *
   * @throws IllegalStateException in the forward pass
   */
  Matrix outputGradient();

  /**
   * Returns a parameter. If it is not trainable, as a running mean is, the pass may write the
   * elements of its own columns.
   *
   * @param index place in the list of {@link Layer#parameters}
   */
  @Override
  Matrix parameter(int index);
}

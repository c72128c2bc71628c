package dev.nn.api;

import dev.nn.math.Matrix;

/**
 * What a layer sees while it computes: its input and output, its parameters and its buffers.
 *
 * <p>The matrices have one row for each example. Which examples these are differs between the kinds
 * of pass: a {@link ForwardPass} and a {@link BackwardPass} see the rows of one worker, a {@link
 * ColumnPass} and a {@link GradientPass} those of the whole batch. Other workers compute at the
 * same time, so a layer reads and writes only what its pass hands out.
 */
public interface Pass {

  /** Returns the layer's input, rows × input size. It must not be changed. */
  Matrix input();

  /** Returns the layer's output, rows × output size, which the forward pass writes. */
  Matrix output();

  /**
   * Returns the pre-activation z of a layer that declares an {@linkplain Layer#outputActivation
   * output activation}, rows × output size, which the forward pass writes. Where nothing needs z
   * later, it is the same matrix as {@link #output}.
   *
   * @throws IllegalStateException if the layer declares no output activation
   */
  Matrix preActivation();

  /**
   * Returns a parameter of the layer. It must not be changed.
   *
   * @param index place in the list of {@link Layer#parameters}
   */
  Matrix parameter(int index);

  /**
   * Returns a buffer that the layer declared with {@link Needs#withSaved}, rows × floats. What the
   * forward pass writes into it is there in the backward pass, and what that writes is there in
   * {@link Layer#parameterGradient}.
   *
   * @param index place among the buffers that were declared with {@code withSaved}
   */
  Matrix saved(int index);

  /**
   * Returns a buffer that the layer declared with {@link Needs#withShared}, 1 × floats.
   *
   * @param index place among the buffers that were declared with {@code withShared}
   */
  Matrix shared(int index);
}

package dev.nn.api;

import dev.nn.math.Matrix;

/**
 * What a layer sees while it computes. The matrices have one row for each example; which examples,
 * the kinds of pass say. A layer reads and writes only what its pass hands out.
 */
public interface Pass {

  /** The layer's input, rows × input size. Read only. */
  Matrix input();

  /** The layer's output, rows × output size; written by the forward pass. */
  Matrix output();

  /**
   * The pre-activation z of a layer that declares an {@linkplain Layer#outputActivation output
   * activation}, rows × output size; written by the forward pass. Where nothing needs z later it is
   * the same matrix as {@link #output}.
   *
   * @throws IllegalStateException if the layer declares none
   */
  Matrix preActivation();

  /** A parameter of the layer, in the order of {@link Layer#parameters}. Read only. */
  Matrix parameter(int index);

  /**
   * A buffer that the layer declared with {@link Needs#withSaved}, rows × floats. What the forward
   * pass writes is there in the backward pass, and what that writes, in {@link
   * Layer#parameterGradient}.
   */
  Matrix saved(int index);

  /** A buffer that the layer declared with {@link Needs#withShared}, 1 × floats. */
  Matrix shared(int index);
}

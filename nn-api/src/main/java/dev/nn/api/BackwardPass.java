package dev.nn.api;

import dev.nn.math.Matrix;

/**
 * The backward pass of one worker over its rows of the batch: from ∂L/∂output to ∂L/∂input. What
 * the parameters' gradients need is left in {@link #outputGradient} or in saved buffers, for {@link
 * Layer#parameterGradient}.
 */
public interface BackwardPass extends Pass {

  /**
   * ∂L/∂output, rows × output size; or ∂L/∂z where {@link #fused} says so. The layer may overwrite
   * it: the parameter phase sees it as the backward pass left it, which is how ∂L/∂z gets there.
   */
  Matrix outputGradient();

  /**
   * Whether the loss was fused with this layer's output activation: {@link #outputGradient} is
   * ∂L/∂z then.
   */
  boolean fused();

  /** Whether {@link #inputGradient} is wanted: not in the first layer. */
  boolean wantsInputGradient();

  /**
   * Receives ∂L/∂input, rows × input size.
   *
   * @throws IllegalStateException if it is not wanted
   */
  Matrix inputGradient();

  /**
   * The transpose of a parameter that the layer declared with {@link Needs#withTransposed}. Read
   * only.
   *
   * @throws IllegalStateException if it was not declared, or no input gradient is wanted
   */
  Matrix transposed(int parameter);

  /** A buffer of this worker that the layer declared with {@link Needs#withScratch}, 1 × floats. */
  Matrix scratch(int index);

  /** The matrix product result = left · right. */
  void product(Matrix left, Matrix right, Matrix result);

  /** The matrix product added to what is there: result += left · right. */
  void addProduct(Matrix left, Matrix right, Matrix result);
}

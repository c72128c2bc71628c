package dev.nn.api;

import dev.nn.math.Matrix;

/**
 * The backward pass of one worker over its rows of the batch, from ∂L/∂output to ∂L/∂input.
 *
 * <p>What the gradients of the parameters need is left in {@link #outputGradient} or in saved
 * buffers, where {@link Layer#parameterGradient} finds it. For a dense layer, which declared the
 * transpose of its kernel, the pass is:
 *
 * <pre>{@code
 * Matrix dz = pass.outputGradient();
 * if (!pass.fused()) {
 *   activation.backward(pass.preActivation(), pass.output(), dz, dz);
 * }
 * if (pass.wantsInputGradient()) {
 *   pass.product(dz, pass.transposed(KERNEL), pass.inputGradient());
 * }
 * }</pre>
 */
public interface BackwardPass extends Pass {

  /**
   * Returns ∂L/∂output, rows × output size, or ∂L/∂z where {@link #fused} says so. The layer may
   * overwrite it. The parameter phase sees it as the backward pass left it, which is how ∂L/∂z gets
   * there.
   */
  Matrix outputGradient();

  /**
   * Returns whether the loss was fused with this layer's output activation. If so, {@link
   * #outputGradient} is ∂L/∂z already.
   */
  boolean fused();

  /**
   * Returns whether {@link #inputGradient} is wanted. The first layer of a network need not compute
   * it, since nothing learns from it.
   */
  boolean wantsInputGradient();

  /**
   * Returns the matrix that receives ∂L/∂input, rows × input size.
   *
   * @throws IllegalStateException if it is not wanted
   */
  Matrix inputGradient();

  /**
   * Returns the transpose of a parameter that the layer declared with {@link Needs#withTransposed}.
   * It must not be changed.
   *
   * @param parameter place in the list of {@link Layer#parameters}
   * @throws IllegalStateException if it was not declared, or if no input gradient is wanted
   */
  Matrix transposed(int parameter);

  /**
   * Returns a buffer of this worker that the layer declared with {@link Needs#withScratch}, 1 ×
   * floats. What it holds at first is not defined.
   *
   * @param index place among the buffers that were declared with {@code withScratch}
   */
  Matrix scratch(int index);

  /**
   * Computes the matrix product result = left · right.
   *
   * @param left m × k
   * @param right k × n
   * @param result m × n
   */
  void product(Matrix left, Matrix right, Matrix result);

  /**
   * Computes result = result + left · right.
   *
   * @param left m × k
   * @param right k × n
   * @param result m × n
   */
  void addProduct(Matrix left, Matrix right, Matrix result);
}

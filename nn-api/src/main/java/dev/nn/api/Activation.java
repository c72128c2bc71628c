package dev.nn.api;

import dev.nn.math.Matrix;

/**
 * An activation function a = g(z), applied to each row of a batch.
 *
 * <p>Most activations treat every element by itself and are easier written as an {@link
 * ElementwiseActivation}, which needs the function and its derivative only. This interface is for
 * those that look at a whole row, such as softmax.
 */
public non-sealed interface Activation extends Plugin {

  /**
   * Computes a = g(z). Row i of {@code a} must depend on row i of {@code z} only, since the rows of
   * a batch are spread over threads.
   *
   * @param z pre-activations, rows × columns; left as they are unless {@code a} is the same matrix
   * @param a receives the activations, rows × columns; may be {@code z} itself
   */
  void forward(Matrix z, Matrix a);

  /**
   * Computes the gradient ∂L/∂z from ∂L/∂a. For an elementwise g it is dz = da ⊙ g′(z); in general
   * it is, row by row, the product of the transposed Jacobian of g at z with da.
   *
   * @param z pre-activations, as given to {@link #forward}
   * @param a activations, as computed by {@link #forward}
   * @param da ∂L/∂a, of the same shape
   * @param dz receives ∂L/∂z, of the same shape; may be {@code da} itself
   */
  void backward(Matrix z, Matrix a, Matrix da, Matrix dz);

  @Override
  default Activation withOptions(Options complete) {
    return this;
  }

  /**
   * Returns a reference to the activation that a text describes, such as {@code relu} or {@code
   * leaky_relu(negative_slope=0.1)}. Whether there is such an activation is found out when a
   * network is built.
   *
   * @throws SpecException if the text is not a spec
   */
  static Activation named(String spec) {
    return named(Spec.parse(spec));
  }

  /**
   * Returns a reference to the activation that a spec describes. If the spec turns out to be wrong
   * later, the error points at its place.
   */
  static Activation named(Spec spec) {
    return new ActivationReference(spec);
  }
}

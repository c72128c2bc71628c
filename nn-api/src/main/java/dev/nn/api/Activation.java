package dev.nn.api;

import dev.nn.math.Matrix;

/**
 * An activation function a = g(z), applied to each row of a batch. Most activations work element by
 * element and are easier written as an {@link ElementwiseActivation}; this interface is for those
 * that look at a whole row, such as softmax.
 */
public non-sealed interface Activation extends Plugin {

  /**
   * Computes a = g(z). Row i of {@code a} depends on row i of {@code z} only.
   *
   * @param z pre-activations, rows × columns; left as it is unless {@code a} is the same matrix
   * @param a activations, rows × columns; may be {@code z} itself
   */
  void forward(Matrix z, Matrix a);

  /**
   * Computes ∂L/∂z from ∂L/∂a: for an elementwise g, dz = da ⊙ g′(z); in general, row by row, the
   * product of the transposed Jacobian of g at z with da.
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
   * A reference by spec, such as {@code relu} or {@code leaky_relu(negative_slope=0.1)}.
   *
   * @throws SpecException if the text is not a spec
   */
  static Activation named(String spec) {
    return named(Spec.parse(spec));
  }

  /**
   * A reference to the activation that a spec describes; an error in it later points at its place.
   */
  static Activation named(Spec spec) {
    return new ActivationReference(spec);
  }
}

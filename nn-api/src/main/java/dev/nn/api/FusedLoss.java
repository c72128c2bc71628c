package dev.nn.api;

import dev.nn.math.Matrix;

/**
 * A loss and an output activation in one closed form, in terms of the pre-activations z; see {@link
 * Loss#fuse} for why.
 */
public interface FusedLoss {

  /**
   * Computes ℓᵢ for each row.
   *
   * @param z pre-activations of the output layer, n × columns
   * @param target y, n × target columns
   * @param lossPerRow receives ℓᵢ in its first n elements
   */
  void value(Matrix z, Matrix target, double[] lossPerRow);

  /**
   * Computes ∂ℓᵢ/∂z for each row.
   *
   * @param z pre-activations of the output layer, n × columns
   * @param prediction ŷ = g(z), which was computed before
   * @param target y, n × target columns
   * @param gradient receives ∂ℓᵢ/∂z, n × columns
   */
  void gradient(Matrix z, Matrix prediction, Matrix target, Matrix gradient);
}

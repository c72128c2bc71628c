package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.FloatMath;

/**
 * A sigmoid of straight lines: g(z) = min(max((z + 1)/2, 0), 1), which is the sparsemax of (z, 0).
 * The derivative is 0 at both kinks. As in Keras and JAX.
 *
 * <p>Source: Martins and Astudillo, <i>From Softmax to Sparsemax</i>, 2016.
 */
public record SparseSigmoid() implements ElementwiseActivation {
  @Override
  public String name() {
    return "sparse_sigmoid";
  }

  @Override
  public String description() {
    return "0 if z ≤ −1, 1 if z ≥ 1, else (z + 1) / 2";
  }

  @Override
  public float value(float z) {
    return Math.max(0, Math.min(1, 0.5f * z + 0.5f));
  }

  @Override
  public float derivative(float z, float a) {
    return 0.5f * FloatMath.step(z + 1) * FloatMath.step(1 - z);
  }
}

package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;

/**
 * The integral of {@code sparse_sigmoid}: g(z) = 0 for z ≤ −1, z for z ≥ 1 and (z + 1)²/4 between;
 * a smooth rectifier that is exactly 0. As in Keras and JAX.
 */
public record SparsePlus() implements ElementwiseActivation {
  @Override
  public String name() {
    return "sparse_plus";
  }

  @Override
  public String description() {
    return "0 if z ≤ −1, z if z ≥ 1, else (z + 1)² / 4";
  }

  @Override
  public float value(float z) {
    float shifted = Math.max(-1, Math.min(1, z)) + 1;
    return Math.max(z, 0.25f * shifted * shifted);
  }

  @Override
  public float derivative(float z, float a) {
    return Math.max(0, Math.min(1, 0.5f * z + 0.5f));
  }
}

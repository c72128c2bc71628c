package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.FloatMath;

/**
 * A hyperbolic tangent of straight lines: g(z) = min(max(z, −1), 1). The derivative is 0 at both
 * kinks, as in PyTorch. Source: Collobert, <i>Large Scale Machine Learning</i>, 2004.
 */
public record HardTanh() implements ElementwiseActivation {
  @Override
  public String name() {
    return "hard_tanh";
  }

  @Override
  public String description() {
    return "z, between −1 and 1";
  }

  @Override
  public float value(float z) {
    return Math.max(-1, Math.min(1, z));
  }

  @Override
  public float derivative(float z, float a) {
    return FloatMath.step(z + 1) * FloatMath.step(1 - z);
  }
}

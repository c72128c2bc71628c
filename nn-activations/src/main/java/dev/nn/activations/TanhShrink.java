package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.FloatMath;

/**
 * Shrinkage by the hyperbolic tangent: g(z) = z − tanh z, with derivative tanh² z; PyTorch's {@code
 * Tanhshrink}.
 */
public record TanhShrink() implements ElementwiseActivation {
  @Override
  public String name() {
    return "tanh_shrink";
  }

  @Override
  public String description() {
    return "z − tanh(z)";
  }

  @Override
  public float value(float z) {
    return z - FloatMath.tanh(z);
  }

  @Override
  public float derivative(float z, float a) {
    float tanh = FloatMath.tanh(z);
    return tanh * tanh;
  }
}

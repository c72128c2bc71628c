package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.FloatMath;

/**
 * The hyperbolic tangent, with values in [−1, 1] and derivative 1 − a². It saturates: far from 0
 * the derivative is almost 0 and learning stops.
 */
public record Tanh() implements ElementwiseActivation {
  @Override
  public String name() {
    return "tanh";
  }

  @Override
  public String description() {
    return "(e^z − e^−z) / (e^z + e^−z)";
  }

  @Override
  public float value(float z) {
    return FloatMath.tanh(z);
  }

  @Override
  public float derivative(float z, float a) {
    return 1 - a * a;
  }
}

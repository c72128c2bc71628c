package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.FloatMath;

/**
 * A sigmoid of straight lines: g(z) = min(max(z/6 + ½, 0), 1), as in Keras 3 and PyTorch. Keras 2
 * had the slope 0.2, and so has ONNX by default. The derivative is 0 at both kinks.
 */
public record HardSigmoid() implements ElementwiseActivation {
  @Override
  public String name() {
    return "hard_sigmoid";
  }

  @Override
  public String description() {
    return "z / 6 + ½, between 0 and 1";
  }

  @Override
  public float value(float z) {
    return Math.max(0, Math.min(1, z / 6 + 0.5f));
  }

  @Override
  public float derivative(float z, float a) {
    return FloatMath.step(z + 3) * FloatMath.step(3 - z) * (1 / 6f);
  }
}

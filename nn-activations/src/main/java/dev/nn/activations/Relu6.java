package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.FloatMath;

/**
 * The rectifier with an upper bound: g(z) = min(max(z, 0), 6). The derivative is 0 at both kinks,
 * as in PyTorch. Source: Krizhevsky, <i>Convolutional Deep Belief Networks on CIFAR-10</i>, 2010.
 */
public record Relu6() implements ElementwiseActivation {
  @Override
  public String name() {
    return "relu6";
  }

  @Override
  public String description() {
    return "min(max(z, 0), 6)";
  }

  @Override
  public float value(float z) {
    return Math.min(Math.max(z, 0), 6);
  }

  @Override
  public float derivative(float z, float a) {
    return FloatMath.step(z) * FloatMath.step(6 - z);
  }
}

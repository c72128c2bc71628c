package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.FloatMath;

/**
 * The logarithm of the sigmoid: g(z) = log σ(z) = −log(1 + e<sup>−z</sup>), with derivative σ(−z);
 * finite for every finite z.
 */
public record LogSigmoid() implements ElementwiseActivation {
  @Override
  public String name() {
    return "log_sigmoid";
  }

  @Override
  public String description() {
    return "log(1 / (1 + e^−z))";
  }

  @Override
  public float value(float z) {
    return -FloatMath.softplus(-z);
  }

  @Override
  public float derivative(float z, float a) {
    return FloatMath.sigmoid(-z);
  }
}

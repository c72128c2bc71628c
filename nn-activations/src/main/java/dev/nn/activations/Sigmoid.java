package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;

/**
 * The logistic function g(z) = 1/(1 + e<sup>−z</sup>), with values in [0, 1] and derivative a(1 −
 * a). It saturates: far from 0 the derivative is almost 0 and learning stops.
 */
public record Sigmoid() implements ElementwiseActivation {
  @Override
  public String name() {
    return "sigmoid";
  }

  @Override
  public String description() {
    return "1 / (1 + e^−z)";
  }

  @Override
  public float value(float z) {
    return FloatMath.sigmoid(z);
  }

  @Override
  public float derivative(float z, float a) {
    return a * (1 - a);
  }

  @Override
  public void forward(Matrix z, Matrix a) {
    Kernels.active().sigmoid(z, a);
  }

  @Override
  public void backward(Matrix z, Matrix a, Matrix da, Matrix dz) {
    Kernels.active().sigmoidGradient(a, da, dz);
  }
}

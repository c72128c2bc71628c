package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;

/**
 * The exponential function, for outputs that are positive, such as rates. It overflows to infinity
 * above 88.7.
 */
public record Exponential() implements ElementwiseActivation {
  @Override
  public String name() {
    return "exponential";
  }

  @Override
  public String description() {
    return "e^z";
  }

  @Override
  public float value(float z) {
    return FloatMath.exp(z);
  }

  @Override
  public float derivative(float z, float a) {
    return a;
  }

  @Override
  public void forward(Matrix z, Matrix a) {
    Kernels.active().exp(z, a);
  }
}

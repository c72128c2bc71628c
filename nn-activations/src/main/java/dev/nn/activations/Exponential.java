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

  @Override
  public void backward(Matrix z, Matrix a, Matrix da, Matrix dz) {
    float[] zs = z.data();
    float[] as = a.data();
    float[] das = da.data();
    float[] dzs = dz.data();
    int columns = z.columns();
    for (int i = 0; i < z.rows(); i++) {
      int zi = z.rowStart(i);
      int ai = a.rowStart(i);
      int dai = da.rowStart(i);
      int dzi = dz.rowStart(i);
      for (int j = 0; j < columns; j++) {
        dzs[dzi + j] = das[dai + j] * derivative(zs[zi + j], as[ai + j]);
      }
    }
  }
}

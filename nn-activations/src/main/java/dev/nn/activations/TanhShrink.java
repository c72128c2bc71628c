package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;

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
    return "z - tanh(z)";
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

  @Override
  public void forward(Matrix z, Matrix a) {
    float[] zs = z.data();
    float[] as = a.data();
    int columns = z.columns();
    for (int i = 0; i < z.rows(); i++) {
      int zi = z.rowStart(i);
      int ai = a.rowStart(i);
      for (int j = 0; j < columns; j++) {
        as[ai + j] = value(zs[zi + j]);
      }
    }
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

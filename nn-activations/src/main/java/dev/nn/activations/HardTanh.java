package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.Matrix;

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
    return "z, between -1 and 1";
  }

  @Override
  public float value(float z) {
    return Math.max(-1, Math.min(1, z));
  }

  @Override
  public float derivative(float z, float a) {
    return z > -1 && z < 1 ? 1 : 0;
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

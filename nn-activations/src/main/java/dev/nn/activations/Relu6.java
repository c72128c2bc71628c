package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.Matrix;

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
    return z > 0 && z < 6 ? 1 : 0;
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

package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;

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
    return "log(1 / (1 + e^-z))";
  }

  @Override
  public float value(float z) {
    return -FloatMath.softplus(-z);
  }

  @Override
  public float derivative(float z, float a) {
    return FloatMath.sigmoid(-z);
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

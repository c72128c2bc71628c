package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.Matrix;

/**
 * Softsign: g(z) = z/(1 + |z|), with derivative 1/(1 + |z|)². Like tanh, but it saturates more
 * slowly.
 *
 * <p>Source: Bergstra, Desjardins, Lamblin and Bengio, <i>Quadratic Polynomials Learn Better Image
 * Features</i>, 2009.
 */
public record Softsign() implements ElementwiseActivation {
  @Override
  public String name() {
    return "softsign";
  }

  @Override
  public String description() {
    return "z / (1 + |z|)";
  }

  @Override
  public float value(float z) {
    return z / (1 + Math.abs(z));
  }

  @Override
  public float derivative(float z, float a) {
    float inverse = 1 / (1 + Math.abs(z));
    return inverse * inverse;
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

package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;

/**
 * Softplus: g(z) = log(1 + e<sup>z</sup>), a smooth rectifier; its derivative is the sigmoid. It
 * neither overflows for large z nor loses its small values for negative z.
 *
 * <p>Source: Dugas et al., <i>Incorporating Second-Order Functional Knowledge for Better Option
 * Pricing</i>, 2000.
 */
public record Softplus() implements ElementwiseActivation {
  @Override
  public String name() {
    return "softplus";
  }

  @Override
  public String description() {
    return "log(1 + e^z)";
  }

  @Override
  public float value(float z) {
    return FloatMath.softplus(z);
  }

  @Override
  public float derivative(float z, float a) {
    return FloatMath.sigmoid(z);
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

package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;

/**
 * The scaled exponential linear unit: g(z) = s·z for z &gt; 0, else s·α(e<sup>z</sup> − 1), with s
 * = 1.0507009873554805 and α = 1.6732632423543772. Mean 0 and variance 1 are a fixed point of a
 * layer with this activation and {@code lecun_normal} weights.
 *
 * <p>Source: Klambauer, Unterthiner, Mayr and Hochreiter, <i>Self-Normalizing Neural Networks</i>,
 * 2017.
 */
public record Selu() implements ElementwiseActivation {
  private static final float SCALE = 1.050701f;
  private static final float SCALE_ALPHA = (float) (1.0507009873554805 * 1.6732632423543772);

  @Override
  public String name() {
    return "selu";
  }

  @Override
  public String description() {
    return "scale * z if z > 0, else scale * alpha * (e^z - 1)";
  }

  @Override
  public float value(float z) {
    return z > 0 ? SCALE * z : SCALE_ALPHA * FloatMath.expm1(z);
  }

  @Override
  public float derivative(float z, float a) {
    return z > 0 ? SCALE : a + SCALE_ALPHA;
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

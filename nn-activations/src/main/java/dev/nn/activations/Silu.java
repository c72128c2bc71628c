package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Options;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;
import java.util.Set;

/**
 * The sigmoid linear unit, or swish: g(z) = z·σ(βz).
 *
 * <p>Sources: Elfwing, Uchibe and Doya, <i>Sigmoid-Weighted Linear Units</i>, 2017, with β = 1;
 * Ramachandran, Zoph and Le, <i>Searching for Activation Functions</i>, 2017. Keras and PyTorch
 * have β = 1 only.
 *
 * @param beta steepness of the gate; a finite float
 */
public record Silu(double beta) implements ElementwiseActivation {
  /**
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Silu {
    beta = Check.finite("beta", beta);
  }

  /** The default: beta = 1. */
  public Silu() {
    this(1);
  }

  @Override
  public String name() {
    return "silu";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("swish");
  }

  @Override
  public String description() {
    return "z * sigmoid(beta * z)";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("beta", beta);
  }

  @Override
  public Silu withOptions(Options complete) {
    return new Silu(complete.real("beta"));
  }

  @Override
  public float value(float z) {
    return z * FloatMath.sigmoid((float) beta * z);
  }

  @Override
  public float derivative(float z, float a) {
    float b = (float) beta;
    float gate = FloatMath.sigmoid(b * z);
    return gate + gate * (1 - gate) * z * b;
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

package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Options;
import dev.nn.math.Matrix;

/**
 * Squareplus: g(z) = (z + √(z² + b))/2, a smooth rectifier without exponentials. It is computed in
 * {@code double}, for z &lt; 0 as b/(2(√(z² + b) − z)), so that nothing overflows or cancels.
 *
 * <p>Source: Barron, <i>Squareplus: A Softplus-Like Algebraic Rectifier</i>, 2021.
 *
 * @param b squared width of the bend, more than 0
 */
public record Squareplus(double b) implements ElementwiseActivation {
  /**
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Squareplus {
    b = Check.moreThan(0, "b", b);
  }

  /** The default: b = 4. */
  public Squareplus() {
    this(4);
  }

  @Override
  public String name() {
    return "squareplus";
  }

  @Override
  public String description() {
    return "(z + sqrt(z^2 + b)) / 2";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("b", b);
  }

  @Override
  public Squareplus withOptions(Options complete) {
    return new Squareplus(complete.real("b"));
  }

  @Override
  public float value(float z) {
    double root = Math.sqrt((double) z * z + b);
    return (float) (z < 0 ? b / (2 * (root - z)) : (z + root) / 2);
  }

  @Override
  public float derivative(float z, float a) {
    double root = Math.sqrt((double) z * z + b);
    return (float) (z < 0 ? b / (2 * root * (root - z)) : (z + root) / (2 * root));
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

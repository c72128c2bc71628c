package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Options;
import dev.nn.math.Matrix;

/**
 * A threshold: g(z) = z above it, else another value. The derivative is 0 at the threshold. PyTorch
 * and Keras ({@code default_value}) have no defaults here; these make a rectifier.
 *
 * @param threshold the threshold; a finite float
 * @param value the function up to the threshold; a finite float
 */
public record Threshold(double threshold, double value) implements ElementwiseActivation {
  /**
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Threshold {
    threshold = Check.finite("threshold", threshold);
    value = Check.finite("value", value);
  }

  /** The default: threshold = 0, value = 0. */
  public Threshold() {
    this(0, 0);
  }

  @Override
  public String name() {
    return "threshold";
  }

  @Override
  public String description() {
    return "z if z > threshold, else value";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("threshold", threshold).withReal("value", value);
  }

  @Override
  public Threshold withOptions(Options complete) {
    return new Threshold(complete.real("threshold"), complete.real("value"));
  }

  @Override
  public float value(float z) {
    return z <= (float) threshold ? (float) value : z;
  }

  @Override
  public float derivative(float z, float a) {
    return z > (float) threshold ? 1 : 0;
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

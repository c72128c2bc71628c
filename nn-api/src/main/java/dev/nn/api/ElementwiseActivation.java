package dev.nn.api;

import dev.nn.math.Matrix;

/**
 * An activation that treats each element by itself, given by a function and its derivative. This is
 * all that a plugin needs:
 *
 * <pre>{@code
 * public record Cube() implements ElementwiseActivation {
 *   public String name() { return "acme.cube"; }
 *   public String description() { return "z³"; }
 *   public float value(float z) { return z * z * z; }
 *   public float derivative(float z, float a) { return 3 * z * z; }
 * }
 * }</pre>
 *
 * <p>Results are the same bits on every machine as long as only +, −, ×, ÷, {@code Math.sqrt} and
 * the functions of {@link dev.nn.math.FloatMath} are used; {@code Math.exp} and the like may differ
 * in the last bit.
 */
public interface ElementwiseActivation extends Activation {

  /**
   * Returns g(z).
   *
   * @param z the pre-activation
   */
  float value(float z);

  /**
   * Returns the derivative g′(z). At a kink it is one of the one-sided derivatives.
   *
   * @param z the pre-activation
   * @param a the activation, equal to {@code value(z)}: some derivatives are simplest in terms of
   *     it, such as a·(1 − a) for the logistic function
   */
  float derivative(float z, float a);

  @Override
  default void forward(Matrix z, Matrix a) {
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
  default void backward(Matrix z, Matrix a, Matrix da, Matrix dz) {
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

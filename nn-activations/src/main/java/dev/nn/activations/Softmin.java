package dev.nn.activations;

import dev.nn.api.Activation;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;

/**
 * Softmax of the negated row: aⱼ = e<sup>−zⱼ</sup> / Σₖ e<sup>−zₖ</sup>, so that the smallest
 * element gets the largest probability; PyTorch's {@code Softmin}.
 *
 * <p>The row's minimum is subtracted first, so any finite input gives finite values. Backward: dz =
 * a ⊙ (Σₖ aₖ daₖ − da).
 */
public record Softmin() implements Activation {
  @Override
  public String name() {
    return "softmin";
  }

  @Override
  public String description() {
    return "e^−zⱼ / Σ e^−zₖ";
  }

  @Override
  public void forward(Matrix z, Matrix a) {
    float[] zs = z.data();
    float[] as = a.data();
    int columns = z.columns();
    for (int i = 0; i < z.rows(); i++) {
      int zi = z.rowStart(i);
      int ai = a.rowStart(i);
      float min = Rows.min(zs, zi, columns);
      for (int j = 0; j < columns; j++) {
        as[ai + j] = FloatMath.exp(min - zs[zi + j]);
      }
      float sum = Rows.sum(as, ai, columns);
      for (int j = 0; j < columns; j++) {
        as[ai + j] /= sum;
      }
    }
  }

  @Override
  public void backward(Matrix z, Matrix a, Matrix da, Matrix dz) {
    float[] as = a.data();
    float[] das = da.data();
    float[] dzs = dz.data();
    int columns = a.columns();
    for (int i = 0; i < a.rows(); i++) {
      int ai = a.rowStart(i);
      int dai = da.rowStart(i);
      int dzi = dz.rowStart(i);
      float dot = Rows.dot(as, ai, das, dai, columns);
      for (int j = 0; j < columns; j++) {
        dzs[dzi + j] = as[ai + j] * (dot - das[dai + j]);
      }
    }
  }
}

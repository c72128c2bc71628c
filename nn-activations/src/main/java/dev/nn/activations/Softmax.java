package dev.nn.activations;

import dev.nn.api.Activation;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;

/**
 * Turns each row into a probability distribution: aⱼ = e<sup>zⱼ</sup> / Σₖ e<sup>zₖ</sup>.
 *
 * <p>The row's maximum is subtracted first, so any finite input gives finite values. Backward: dz =
 * a ⊙ (da − Σₖ aₖ daₖ).
 */
public record Softmax() implements Activation {
  @Override
  public String name() {
    return "softmax";
  }

  @Override
  public String description() {
    return "e^zⱼ / Σ e^zₖ";
  }

  @Override
  public void forward(Matrix z, Matrix a) {
    Kernels.active().softmax(z, a);
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
        dzs[dzi + j] = as[ai + j] * (das[dai + j] - dot);
      }
    }
  }
}

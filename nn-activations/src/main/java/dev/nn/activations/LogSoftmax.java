package dev.nn.activations;

import dev.nn.api.Activation;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;

/**
 * The logarithm of softmax: aⱼ = zⱼ − log Σₖ e<sup>zₖ</sup> in each row.
 *
 * <p>The row's maximum is subtracted first, so any finite input gives finite values; the
 * exponentials are summed in {@code double}, in order. Backward: dz = da − e<sup>a</sup>·Σₖ daₖ.
 */
public record LogSoftmax() implements Activation {
  @Override
  public String name() {
    return "log_softmax";
  }

  @Override
  public String description() {
    return "zⱼ − log(Σ e^zₖ)";
  }

  @Override
  public void forward(Matrix z, Matrix a) {
    float[] zs = z.data();
    float[] as = a.data();
    int columns = z.columns();
    for (int i = 0; i < z.rows(); i++) {
      int zi = z.rowStart(i);
      int ai = a.rowStart(i);
      float max = Rows.max(zs, zi, columns);
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        sum += FloatMath.exp(zs[zi + j] - max);
      }
      // The sum is 1 and the rest, whose digits a float of the sum would lose.
      float log = FloatMath.log1p((float) (sum - 1));
      for (int j = 0; j < columns; j++) {
        as[ai + j] = zs[zi + j] - max - log;
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
      float sum = Rows.sum(das, dai, columns);
      for (int j = 0; j < columns; j++) {
        dzs[dzi + j] = das[dai + j] - FloatMath.exp(as[ai + j]) * sum;
      }
    }
  }
}

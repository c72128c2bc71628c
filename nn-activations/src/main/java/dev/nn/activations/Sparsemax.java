package dev.nn.activations;

import dev.nn.api.Activation;
import dev.nn.math.Matrix;

/**
 * The probability distribution nearest to each row: aⱼ = max(zⱼ − τ, 0), with the τ for which Σⱼ aⱼ
 * = 1. Unlike softmax it gives exact zeros.
 *
 * <p>τ is found without sorting: it starts from the mean over all elements; elements that it turns
 * negative are left out, and so on until none is (Michelot, <i>A finite algorithm for finding the
 * projection of a point onto the canonical simplex</i>, 1986). Backward, for the elements with a
 * &gt; 0: dz = da − the mean of their da; the others get 0.
 *
 * <p>Source: Martins and Astudillo, <i>From Softmax to Sparsemax</i>, 2016.
 */
public record Sparsemax() implements Activation {
  @Override
  public String name() {
    return "sparsemax";
  }

  @Override
  public String description() {
    return "max(zⱼ − τ, 0) with the τ for which the sum is 1";
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
      float tau = (float) threshold(zs, zi, columns, max);
      for (int j = 0; j < columns; j++) {
        as[ai + j] = Math.max(zs[zi + j] - max - tau, 0);
      }
    }
  }

  /** The τ of a row from which its maximum was subtracted; it lies in [−1, 0). */
  private static double threshold(float[] zs, int zi, int columns, float max) {
    // No element at or below −1 can have a part in the sum 1 that the maximum 0 belongs to.
    double tau = -1;
    int before = columns + 1;
    while (true) {
      double sum = 0;
      int count = 0;
      for (int j = 0; j < columns; j++) {
        float shifted = zs[zi + j] - max;
        if (shifted > tau) {
          sum += shifted;
          count++;
        }
      }
      if (count >= before || count == 0) {
        return tau;
      }
      tau = (sum - 1) / count;
      before = count;
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
      double sum = 0;
      int count = 0;
      for (int j = 0; j < columns; j++) {
        if (as[ai + j] > 0) {
          sum += das[dai + j];
          count++;
        }
      }
      float mean = (float) (sum / count);
      for (int j = 0; j < columns; j++) {
        dzs[dzi + j] = as[ai + j] > 0 ? das[dai + j] - mean : 0;
      }
    }
  }
}

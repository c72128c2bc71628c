package dev.nn.core.loss;

import dev.nn.api.FusedLoss;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;

/** Categorical cross-entropy after a softmax, in terms of z. */
record SoftmaxCrossentropy(double labelSmoothing) implements FusedLoss {
  @Override
  public void value(Matrix z, Matrix target, double[] lossPerRow) {
    int columns = z.columns();
    for (int i = 0; i < z.rows(); i++) {
      int zi = z.rowStart(i);
      int ti = target.rowStart(i);
      double logOfSum = logSumExp(z.data(), zi, columns);
      double loss = 0;
      for (int j = 0; j < columns; j++) {
        float y = LabelSmoothing.smooth(target.data()[ti + j], labelSmoothing, columns);
        if (y != 0) {
          loss += y * (logOfSum - z.data()[zi + j]);
        }
      }
      lossPerRow[i] = loss;
    }
  }

  /** log Σ e^z, with the largest z taken out so that nothing overflows. */
  private static double logSumExp(float[] z, int from, int count) {
    float largest = Float.NEGATIVE_INFINITY;
    for (int j = from; j < from + count; j++) {
      largest = Math.max(largest, z[j]);
    }
    double sum = 0;
    for (int j = from; j < from + count; j++) {
      sum += FloatMath.exp(z[j] - largest);
    }
    return largest + StrictMath.log(sum);
  }

  @Override
  public void gradient(Matrix z, Matrix prediction, Matrix target, Matrix gradient) {
    int columns = z.columns();
    for (int i = 0; i < z.rows(); i++) {
      int pi = prediction.rowStart(i);
      int ti = target.rowStart(i);
      int gi = gradient.rowStart(i);
      double weight = 0;
      for (int j = 0; j < columns; j++) {
        weight += LabelSmoothing.smooth(target.data()[ti + j], labelSmoothing, columns);
      }
      float total = (float) weight;
      for (int j = 0; j < columns; j++) {
        float y = LabelSmoothing.smooth(target.data()[ti + j], labelSmoothing, columns);
        gradient.data()[gi + j] = prediction.data()[pi + j] * total - y;
      }
    }
  }
}

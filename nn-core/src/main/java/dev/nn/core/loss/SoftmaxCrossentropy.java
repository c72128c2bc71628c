package dev.nn.core.loss;

import dev.nn.api.FusedLoss;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;

/**
 * Categorical cross-entropy after a softmax or a log_softmax, in terms of z.
 *
 * @param logarithmic whether predictions are logarithms
 */
record SoftmaxCrossentropy(double labelSmoothing, boolean logarithmic) implements FusedLoss {
  @Override
  public void value(Matrix z, Matrix target, double[] lossPerRow) {
    int columns = z.columns();
    for (int i = 0; i < z.rows(); i++) {
      int zi = z.rowStart(i);
      int ti = target.rowStart(i);
      double logOfSum = LogSumExp.of(z, i);
      double loss = 0;
      for (int j = 0; j < columns; j++) {
        double y = LabelSmoothing.smooth(target.data()[ti + j], labelSmoothing, columns);
        if (y != 0) {
          loss += y * (logOfSum - z.data()[zi + j]);
        }
      }
      lossPerRow[i] = loss;
    }
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
        weight += smooth(target.data()[ti + j], columns);
      }
      float total = (float) weight;
      for (int j = 0; j < columns; j++) {
        float output = prediction.data()[pi + j];
        float p = logarithmic ? FloatMath.exp(output) : output;
        gradient.data()[gi + j] = p * total - smooth(target.data()[ti + j], columns);
      }
    }
  }

  private float smooth(float target, int columns) {
    return (float) LabelSmoothing.smooth(target, labelSmoothing, columns);
  }
}

package dev.nn.core.loss;

import dev.nn.api.FusedLoss;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;

/** Kullback–Leibler divergence after a softmax or a log_softmax, in terms of z. */
record SoftmaxDivergence() implements FusedLoss {
  @Override
  public void value(Matrix z, Matrix target, double[] lossPerRow) {
    for (int i = 0; i < z.rows(); i++) {
      int zi = z.rowStart(i);
      int ti = target.rowStart(i);
      double logOfSum = LogSumExp.of(z, i);
      double sum = 0;
      for (int j = 0; j < z.columns(); j++) {
        double y = KlDivergence.clip(target.data()[ti + j]);
        sum += y * (StrictMath.log(y) + logOfSum - z.data()[zi + j]);
      }
      lossPerRow[i] = sum;
    }
  }

  @Override
  public void gradient(Matrix z, Matrix prediction, Matrix target, Matrix gradient) {
    for (int i = 0; i < z.rows(); i++) {
      int zi = z.rowStart(i);
      int ti = target.rowStart(i);
      int gi = gradient.rowStart(i);
      double logOfSum = LogSumExp.of(z, i);
      double weight = 0;
      for (int j = 0; j < z.columns(); j++) {
        weight += KlDivergence.clip(target.data()[ti + j]);
      }
      for (int j = 0; j < z.columns(); j++) {
        double p = FloatMath.exp((float) (z.data()[zi + j] - logOfSum));
        gradient.data()[gi + j] = (float) (p * weight - KlDivergence.clip(target.data()[ti + j]));
      }
    }
  }
}

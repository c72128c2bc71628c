package dev.nn.core.loss;

import dev.nn.api.FusedLoss;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;

/** Binary cross-entropy after a sigmoid, in terms of z; columns are averaged or added up. */
record SigmoidCrossentropy(double labelSmoothing, boolean sum) implements FusedLoss {
  @Override
  public void value(Matrix z, Matrix target, double[] lossPerRow) {
    int columns = z.columns();
    int divisor = sum ? 1 : columns;
    for (int i = 0; i < z.rows(); i++) {
      int zi = z.rowStart(i);
      int ti = target.rowStart(i);
      double total = 0;
      for (int j = 0; j < columns; j++) {
        double y = LabelSmoothing.smooth(target.data()[ti + j], labelSmoothing, 2);
        total += value(z.data()[zi + j], y);
      }
      lossPerRow[i] = total / divisor;
    }
  }

  /** Computes −y log σ(z) − (1 − y) log(1 − σ(z)) in a form in which nothing overflows. */
  static double value(float z, double y) {
    return Math.max(z, 0) - z * y + FloatMath.log1p(FloatMath.exp(-Math.abs(z)));
  }

  @Override
  public void gradient(Matrix z, Matrix prediction, Matrix target, Matrix gradient) {
    int columns = z.columns();
    int divisor = sum ? 1 : columns;
    for (int i = 0; i < z.rows(); i++) {
      int pi = prediction.rowStart(i);
      int ti = target.rowStart(i);
      int gi = gradient.rowStart(i);
      for (int j = 0; j < columns; j++) {
        float y = (float) LabelSmoothing.smooth(target.data()[ti + j], labelSmoothing, 2);
        gradient.data()[gi + j] = (prediction.data()[pi + j] - y) / divisor;
      }
    }
  }
}

package dev.nn.core.loss;

import dev.nn.api.FusedLoss;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;

/** Binary focal cross-entropy after a sigmoid, in terms of z. */
record SigmoidFocalCrossentropy(BinaryFocalCrossentropy loss) implements FusedLoss {
  @Override
  public void value(Matrix z, Matrix target, double[] lossPerRow) {
    int columns = z.columns();
    for (int i = 0; i < z.rows(); i++) {
      int zi = z.rowStart(i);
      int ti = target.rowStart(i);
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        float x = z.data()[zi + j];
        double y = loss.smooth(target.data()[ti + j]);
        double missed = y * FloatMath.sigmoid(-x) + (1 - y) * FloatMath.sigmoid(x);
        sum +=
            loss.weight(y)
                * FocalFactor.value(missed, loss.gamma())
                * SigmoidCrossentropy.value(x, y);
      }
      lossPerRow[i] = sum / columns;
    }
  }

  @Override
  public void gradient(Matrix z, Matrix prediction, Matrix target, Matrix gradient) {
    int columns = z.columns();
    for (int i = 0; i < z.rows(); i++) {
      int zi = z.rowStart(i);
      int ti = target.rowStart(i);
      int gi = gradient.rowStart(i);
      for (int j = 0; j < columns; j++) {
        double slope = derivative(z.data()[zi + j], loss.smooth(target.data()[ti + j]));
        gradient.data()[gi + j] = (float) (slope / columns);
      }
    }
  }

  private double derivative(float x, double y) {
    double p = FloatMath.sigmoid(x);
    double q = FloatMath.sigmoid(-x);
    double missed = y * q + (1 - y) * p;
    double ofCrossentropy = (1 - y) * p - y * q;
    double ofMissed = (1 - 2 * y) * p * q;
    return loss.weight(y)
        * (FocalFactor.value(missed, loss.gamma()) * ofCrossentropy
            + FocalFactor.derivative(missed, loss.gamma())
                * ofMissed
                * SigmoidCrossentropy.value(x, y));
  }
}

package dev.nn.core.loss;

import dev.nn.api.Loss;
import dev.nn.math.Matrix;

/**
 * A loss Σⱼ f(sⱼ, yⱼ), where sⱼ = ŷⱼ / Σ ŷ is the share that a class has of the row, clipped to
 * [1e-7, 1 − 1e-7]. This is how Keras turns predictions into probabilities. A class whose target is
 * 0 adds nothing.
 */
interface ShareSum extends Loss {

  /** Returns the function f of one class. */
  double value(double share, double target);

  /** Returns its derivative by s. */
  double derivative(double share, double target);

  /** Returns a target after label smoothing. */
  double smooth(double target, int classes);

  @Override
  default void checkPrediction(float[] prediction) {
    PredictionChecks.probabilities(prediction, "softmax");
  }

  @Override
  default void value(Matrix prediction, Matrix target, double[] lossPerRow) {
    int columns = prediction.columns();
    for (int i = 0; i < prediction.rows(); i++) {
      int p = prediction.rowStart(i);
      int t = target.rowStart(i);
      double sum = sum(prediction, i);
      double loss = 0;
      for (int j = 0; j < columns; j++) {
        double y = smooth(target.data()[t + j], columns);
        if (y != 0) {
          loss += value(Probabilities.clip(prediction.data()[p + j] / sum), y);
        }
      }
      lossPerRow[i] = loss;
    }
  }

  /** By the chain rule, ∂ℓ/∂ŷⱼ = (f′ⱼ − Σₖ f′ₖ sₖ) / Σ ŷ. */
  @Override
  default void gradient(Matrix prediction, Matrix target, Matrix gradient) {
    int columns = prediction.columns();
    for (int i = 0; i < prediction.rows(); i++) {
      int p = prediction.rowStart(i);
      int t = target.rowStart(i);
      int g = gradient.rowStart(i);
      double sum = sum(prediction, i);
      double common = 0;
      for (int j = 0; j < columns; j++) {
        double share = prediction.data()[p + j] / sum;
        common += slope(share, smooth(target.data()[t + j], columns)) * share;
      }
      for (int j = 0; j < columns; j++) {
        double share = prediction.data()[p + j] / sum;
        double slope = slope(share, smooth(target.data()[t + j], columns));
        gradient.data()[g + j] = (float) ((slope - common) / sum);
      }
    }
  }

  private double slope(double share, double y) {
    return y != 0 && Probabilities.isInside(share) ? derivative(share, y) : 0;
  }

  private static double sum(Matrix prediction, int row) {
    double sum = 0;
    int start = prediction.rowStart(row);
    for (int j = start; j < start + prediction.columns(); j++) {
      sum += prediction.data()[j];
    }
    return sum;
  }
}

package dev.nn.core.loss;

import dev.nn.api.Loss;
import dev.nn.math.Matrix;

/**
 * A loss that is 1 less the overlap of ŷ and y in a row: ℓ = 1 − s/(s + α f + β m + ε) with s = Σⱼ
 * ŷⱼyⱼ, which both have, f = Σⱼ ŷⱼ(1 − yⱼ), which is wrong in ŷ, and m = Σⱼ (1 − ŷⱼ)yⱼ, which ŷ
 * misses. With D for the divisor the gradient is (s ∂D/∂ŷⱼ − D yⱼ)/D², where ∂D/∂ŷⱼ = yⱼ(1 − α − β)
 * + α.
 */
interface Overlap extends Loss {
  /** Returns how much counts what is wrong in ŷ. */
  double ofWrong();

  /** Returns how much counts what ŷ misses. */
  double ofMissed();

  /** Returns what keeps the division finite where both are all zeros. */
  double least();

  @Override
  default void checkTarget(float[] target) {
    TargetChecks.probabilities(target);
  }

  @Override
  default void checkPrediction(float[] prediction) {
    PredictionChecks.probabilities(prediction, "sigmoid");
  }

  @Override
  default void value(Matrix prediction, Matrix target, double[] lossPerRow) {
    for (int i = 0; i < prediction.rows(); i++) {
      double shared = shared(prediction, target, i);
      lossPerRow[i] = 1 - shared / divisor(prediction, target, i, shared);
    }
  }

  @Override
  default void gradient(Matrix prediction, Matrix target, Matrix gradient) {
    for (int i = 0; i < prediction.rows(); i++) {
      double shared = shared(prediction, target, i);
      double divisor = divisor(prediction, target, i, shared);
      int t = target.rowStart(i);
      int g = gradient.rowStart(i);
      for (int j = 0; j < prediction.columns(); j++) {
        double y = target.data()[t + j];
        double slope = y * (1 - ofWrong() - ofMissed()) + ofWrong();
        gradient.data()[g + j] = (float) ((shared / divisor * slope - y) / divisor);
      }
    }
  }

  private double shared(Matrix prediction, Matrix target, int row) {
    int p = prediction.rowStart(row);
    int t = target.rowStart(row);
    double sum = 0;
    for (int j = 0; j < prediction.columns(); j++) {
      sum += (double) prediction.data()[p + j] * target.data()[t + j];
    }
    return sum;
  }

  private double divisor(Matrix prediction, Matrix target, int row, double shared) {
    int p = prediction.rowStart(row);
    int t = target.rowStart(row);
    double wrong = 0;
    double missed = 0;
    for (int j = 0; j < prediction.columns(); j++) {
      double q = prediction.data()[p + j];
      double y = target.data()[t + j];
      wrong += q * (1 - y);
      missed += (1 - q) * y;
    }
    return shared + ofWrong() * wrong + ofMissed() * missed + least();
  }
}

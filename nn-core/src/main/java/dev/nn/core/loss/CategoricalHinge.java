package dev.nn.core.loss;

import dev.nn.api.Loss;
import dev.nn.math.Matrix;

/**
 * The categorical hinge loss of a row with one-hot targets: ℓ = max(1 + n − p, 0), where p = Σ yⱼŷⱼ
 * is the prediction for the right class and n = maxⱼ (1 − yⱼ)ŷⱼ is the largest of the others, but
 * at least 0. The predictions need not be probabilities, so the output activation is identity or
 * tanh.
 *
 * <p>The gradient is −y, plus 1 − yⱼ in the column j of the maximum, which is the first one if
 * several are equal. It is 0 where the loss is 0. Source: Keras {@code CategoricalHinge}. PyTorch's
 * {@code MultiMarginLoss} sums over all other classes and divides by their number plus 1.
 */
public record CategoricalHinge() implements Loss {
  @Override
  public String name() {
    return "categorical_hinge";
  }

  @Override
  public String description() {
    return "max(1 + n − p, 0), n = max((1 − y)·ŷ), p = Σ y·ŷ";
  }

  @Override
  public void checkTarget(float[] target) {
    TargetChecks.distributions(target);
  }

  @Override
  public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
    for (int i = 0; i < prediction.rows(); i++) {
      lossPerRow[i] = Math.max(margin(prediction, target, i), 0);
    }
  }

  @Override
  public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
    int columns = prediction.columns();
    for (int i = 0; i < prediction.rows(); i++) {
      int t = target.rowStart(i);
      int g = gradient.rowStart(i);
      double margin = margin(prediction, target, i);
      // A NaN stays NaN.
      float factor = margin > 0 ? 1 : (float) (margin * 0);
      int rival = rival(prediction, target, i);
      for (int j = 0; j < columns; j++) {
        float y = target.data()[t + j];
        gradient.data()[g + j] = factor * (j == rival ? 1 - 2 * y : -y);
      }
    }
  }

  private static double margin(Matrix prediction, Matrix target, int row) {
    int p = prediction.rowStart(row);
    int t = target.rowStart(row);
    double right = 0;
    for (int j = 0; j < prediction.columns(); j++) {
      right += (double) target.data()[t + j] * prediction.data()[p + j];
    }
    return 1 + other(prediction, target, row, rival(prediction, target, row)) - right;
  }

  /** The column of the largest (1 − y)ŷ. */
  private static int rival(Matrix prediction, Matrix target, int row) {
    int best = 0;
    for (int j = 1; j < prediction.columns(); j++) {
      if (other(prediction, target, row, j) > other(prediction, target, row, best)) {
        best = j;
      }
    }
    return best;
  }

  private static double other(Matrix prediction, Matrix target, int row, int column) {
    double y = target.data()[target.rowStart(row) + column];
    return (1 - y) * prediction.data()[prediction.rowStart(row) + column];
  }
}

package dev.nn.core.loss;

import dev.nn.api.Loss;
import dev.nn.math.Matrix;

/**
 * The cosine of the angle between the rows ŷ and y, negated so that less is better: ℓ = −Σⱼ ŷⱼyⱼ /
 * (max(‖ŷ‖, 1e-7) max(‖y‖, 1e-7)). It is −1 if both have the same direction, 1 if they have
 * opposite directions, and 0 if either is all zeros. The gradient is (−ℓ ŷ/‖ŷ‖ − y/‖y‖) / ‖ŷ‖, at
 * right angles to ŷ.
 *
 * <p>Source: Keras {@code CosineSimilarity}. For pairs that are alike, PyTorch's {@code
 * CosineEmbeddingLoss} is 1 plus this.
 */
public record CosineSimilarity() implements Loss {
  private static final double EPSILON = 1e-7;

  @Override
  public String name() {
    return "cosine_similarity";
  }

  @Override
  public String description() {
    return "−Σ ŷ·y / (‖ŷ‖·‖y‖)";
  }

  @Override
  public void checkTarget(float[] target) {
    TargetChecks.finite(target);
  }

  @Override
  public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
    for (int i = 0; i < prediction.rows(); i++) {
      lossPerRow[i] = -cosine(prediction, target, i);
    }
  }

  @Override
  public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
    for (int i = 0; i < prediction.rows(); i++) {
      int p = prediction.rowStart(i);
      int t = target.rowStart(i);
      int g = gradient.rowStart(i);
      double norm = norm(prediction, i);
      double targetNorm = Math.max(norm(target, i), EPSILON);
      // If the norm is below ε, the divisor is constant and the loss is linear.
      double along = norm < EPSILON ? 0 : cosine(prediction, target, i) / norm;
      double divisor = Math.max(norm, EPSILON);
      for (int j = 0; j < prediction.columns(); j++) {
        double towards = target.data()[t + j] / targetNorm;
        gradient.data()[g + j] = (float) ((along * prediction.data()[p + j] - towards) / divisor);
      }
    }
  }

  private static double cosine(Matrix prediction, Matrix target, int row) {
    double norms = Math.max(norm(prediction, row), EPSILON) * Math.max(norm(target, row), EPSILON);
    return product(prediction, target, row) / norms;
  }

  private static double norm(Matrix matrix, int row) {
    return Math.sqrt(product(matrix, matrix, row));
  }

  private static double product(Matrix left, Matrix right, int row) {
    int l = left.rowStart(row);
    int r = right.rowStart(row);
    double sum = 0;
    for (int j = 0; j < left.columns(); j++) {
      sum += (double) left.data()[l + j] * right.data()[r + j];
    }
    return sum;
  }
}

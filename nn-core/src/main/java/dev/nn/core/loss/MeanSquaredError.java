package dev.nn.core.loss;

import dev.nn.api.Loss;
import dev.nn.math.Matrix;
import java.util.Set;

/**
 * The mean squared error of a row with k columns: ℓ = Σⱼ (ŷⱼ − yⱼ)² / k and ∂ℓ/∂ŷⱼ = 2 (ŷⱼ − yⱼ) /
 * k. Source: Keras {@code MeanSquaredError}. PyTorch's {@code MSELoss} is the same over a batch.
 */
public record MeanSquaredError() implements Loss {
  @Override
  public String name() {
    return "mean_squared_error";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("mse");
  }

  @Override
  public String description() {
    return "Σ (ŷ − y)² / k";
  }

  @Override
  public void checkTarget(float[] target) {
    TargetChecks.finite(target);
  }

  @Override
  public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
    int columns = prediction.columns();
    for (int i = 0; i < prediction.rows(); i++) {
      int p = prediction.rowStart(i);
      int t = target.rowStart(i);
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        double error = (double) prediction.data()[p + j] - target.data()[t + j];
        sum += error * error;
      }
      lossPerRow[i] = sum / columns;
    }
  }

  @Override
  public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
    int columns = prediction.columns();
    float factor = 2f / columns;
    for (int i = 0; i < prediction.rows(); i++) {
      int p = prediction.rowStart(i);
      int t = target.rowStart(i);
      int g = gradient.rowStart(i);
      for (int j = 0; j < columns; j++) {
        gradient.data()[g + j] = factor * (prediction.data()[p + j] - target.data()[t + j]);
      }
    }
  }
}

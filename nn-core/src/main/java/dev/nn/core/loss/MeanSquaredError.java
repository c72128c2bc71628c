package dev.nn.core.loss;

import dev.nn.api.Loss;
import dev.nn.api.Options;
import dev.nn.math.Matrix;
import java.util.Set;

/**
 * The mean squared error of a row with k columns: ℓ = Σⱼ (ŷⱼ − yⱼ)² / k and ∂ℓ/∂ŷⱼ = 2 (ŷⱼ − yⱼ) /
 * k. Source: Keras {@code MeanSquaredError}. PyTorch's {@code MSELoss} is the same over a batch;
 * scikit-learn and Weka follow the gradient of ½ Σⱼ (ŷⱼ − yⱼ)², which {@code half} and {@code sum}
 * make of it.
 *
 * @param half whether ℓ is half as large, so that its gradient has no factor 2
 * @param sum whether columns are added up instead of averaged, so that ℓ is k times as large
 */
public record MeanSquaredError(boolean half, boolean sum) implements Loss {
  /** Creates the loss that averages columns and is not halved. */
  public MeanSquaredError() {
    this(false, false);
  }

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
  public Options options() {
    return Options.NONE.withFlag("half", half).withFlag("sum", sum);
  }

  @Override
  public MeanSquaredError withOptions(Options complete) {
    return new MeanSquaredError(complete.flag("half"), complete.flag("sum"));
  }

  @Override
  public void checkTarget(float[] target) {
    TargetChecks.finite(target);
  }

  /** What a sum of squares is divided by. */
  private int divisor(int columns) {
    return (half ? 2 : 1) * (sum ? 1 : columns);
  }

  @Override
  public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
    int columns = prediction.columns();
    int divisor = divisor(columns);
    for (int i = 0; i < prediction.rows(); i++) {
      int p = prediction.rowStart(i);
      int t = target.rowStart(i);
      double squares = 0;
      for (int j = 0; j < columns; j++) {
        double error = (double) prediction.data()[p + j] - target.data()[t + j];
        squares += error * error;
      }
      lossPerRow[i] = squares / divisor;
    }
  }

  @Override
  public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
    int columns = prediction.columns();
    float factor = 2f / divisor(columns);
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

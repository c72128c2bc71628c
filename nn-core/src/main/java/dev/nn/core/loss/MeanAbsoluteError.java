package dev.nn.core.loss;

import java.util.Set;

/**
 * The mean absolute error of a row with k columns: ℓ = Σⱼ |ŷⱼ − yⱼ| / k and ∂ℓ/∂ŷⱼ = sgn(ŷⱼ − yⱼ) /
 * k, which is 0 where both are equal. Source: Keras {@code MeanAbsoluteError}. PyTorch's {@code
 * L1Loss} is the same over a batch.
 */
public record MeanAbsoluteError() implements ColumnMean {
  @Override
  public String name() {
    return "mean_absolute_error";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("mae");
  }

  @Override
  public String description() {
    return "Σ |ŷ − y| / k";
  }

  @Override
  public void checkTarget(float[] target) {
    TargetChecks.finite(target);
  }

  @Override
  public double value(double prediction, double target) {
    return Math.abs(prediction - target);
  }

  @Override
  public double derivative(double prediction, double target) {
    return Math.signum(prediction - target);
  }
}

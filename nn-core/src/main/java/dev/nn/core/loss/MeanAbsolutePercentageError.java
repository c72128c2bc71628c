package dev.nn.core.loss;

import dev.nn.api.ElementwiseLoss;
import java.util.Set;

/**
 * The mean absolute percentage error of a row with k columns: ℓ = 100 Σⱼ |ŷⱼ − yⱼ| / max(|yⱼ|,
 * 1e-7) / k, in percent of the target. Targets near 0 make it huge.
 *
 * <p>Source: Keras {@code MeanAbsolutePercentageError}. scikit-learn's function of this name gives
 * a fraction and divides by at least 2.2e-16. PyTorch has no such loss.
 */
public record MeanAbsolutePercentageError() implements ElementwiseLoss {
  private static final double EPSILON = 1e-7;

  @Override
  public String name() {
    return "mean_absolute_percentage_error";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("mape");
  }

  @Override
  public String description() {
    return "100·Σ |(ŷ − y) / y| / k";
  }

  @Override
  public void checkTarget(float[] target) {
    TargetChecks.finite(target);
  }

  @Override
  public double value(double prediction, double target) {
    return 100 * Math.abs(prediction - target) / size(target);
  }

  @Override
  public double derivative(double prediction, double target) {
    return 100 * Math.signum(prediction - target) / size(target);
  }

  private static double size(double target) {
    return Math.max(Math.abs(target), EPSILON);
  }
}

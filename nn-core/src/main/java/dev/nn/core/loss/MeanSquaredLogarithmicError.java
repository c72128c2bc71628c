package dev.nn.core.loss;

import dev.nn.api.ElementwiseLoss;
import java.util.Set;

/**
 * The mean squared logarithmic error of a row with k columns, for targets that span orders of
 * magnitude: ℓ = Σⱼ (log(1 + ŷⱼ) − log(1 + yⱼ))² / k. A ŷ or y below 1e-7 is taken as 1e-7, so the
 * gradient is 0 for negative predictions. Targets must not be negative.
 *
 * <p>Source: Keras {@code MeanSquaredLogarithmicError}, which accepts negative targets and takes
 * them as 1e-7. scikit-learn's function of this name clips nothing. PyTorch has no such loss.
 */
public record MeanSquaredLogarithmicError() implements ElementwiseLoss {
  private static final double EPSILON = 1e-7;

  @Override
  public String name() {
    return "mean_squared_logarithmic_error";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("msle");
  }

  @Override
  public String description() {
    return "Σ (log(1 + ŷ) − log(1 + y))² / k";
  }

  @Override
  public void checkTarget(float[] target) {
    TargetChecks.notNegative(target);
  }

  @Override
  public double value(double prediction, double target) {
    double difference = log(prediction) - log(target);
    return difference * difference;
  }

  @Override
  public double derivative(double prediction, double target) {
    return prediction < EPSILON ? 0 : 2 * (log(prediction) - log(target)) / (1 + prediction);
  }

  private static double log(double x) {
    return StrictMath.log1p(Math.max(x, EPSILON));
  }
}

package dev.nn.core.loss;

import dev.nn.api.ElementwiseLoss;
import dev.nn.api.Options;
import java.util.Set;

/**
 * The mean absolute error of a row with k columns: ℓ = Σⱼ |ŷⱼ − yⱼ| / k and ∂ℓ/∂ŷⱼ = sgn(ŷⱼ − yⱼ) /
 * k, which is 0 where both are equal. Source: Keras {@code MeanAbsoluteError}. PyTorch's {@code
 * L1Loss} is the same over a batch.
 *
 * @param sum whether columns are added up instead of averaged, so that ℓ is k times as large
 */
public record MeanAbsoluteError(boolean sum) implements ElementwiseLoss {
  /** Creates the loss that averages columns. */
  public MeanAbsoluteError() {
    this(false);
  }

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
  public Options options() {
    return Options.NONE.withFlag("sum", sum);
  }

  @Override
  public MeanAbsoluteError withOptions(Options complete) {
    return new MeanAbsoluteError(complete.flag("sum"));
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

package dev.nn.core.loss;

import dev.nn.api.ElementwiseLoss;

/**
 * The logarithm of the hyperbolic cosine of the error for a row with k columns: ℓ = Σⱼ log cosh(ŷⱼ
 * − yⱼ) / k and ∂ℓ/∂ŷⱼ = tanh(ŷⱼ − yⱼ) / k. It is like ½e² for small errors e and like |e| − log 2
 * for large ones, and it is finite for every finite error. Source: Keras {@code LogCosh}. PyTorch
 * has no such loss.
 */
public record LogCosh() implements ElementwiseLoss {
  @Override
  public String name() {
    return "log_cosh";
  }

  @Override
  public String description() {
    return "Σ log(cosh(ŷ − y)) / k";
  }

  @Override
  public void checkTarget(float[] target) {
    TargetChecks.finite(target);
  }

  /** cosh e = e^|e| (1 + (e^(−2|e|) − 1)/2), which neither overflows nor cancels near 0. */
  @Override
  public double value(double prediction, double target) {
    double size = Math.abs(prediction - target);
    return size + StrictMath.log1p(StrictMath.expm1(-2 * size) / 2);
  }

  @Override
  public double derivative(double prediction, double target) {
    return StrictMath.tanh(prediction - target);
  }
}

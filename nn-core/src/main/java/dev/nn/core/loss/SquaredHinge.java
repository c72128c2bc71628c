package dev.nn.core.loss;

import dev.nn.api.ElementwiseLoss;

/**
 * The squared hinge loss of a row with k columns: ℓ = Σⱼ max(1 − yⱼŷⱼ, 0)² / k, where the targets
 * are −1 and 1, and a 0 is taken as −1. Unlike {@link Hinge} it has no kink; what is said there of
 * outputs and metrics holds here too. Source: Keras {@code SquaredHinge}. PyTorch has it for
 * classes only, as {@code MultiMarginLoss(p=2)}.
 */
public record SquaredHinge() implements ElementwiseLoss {
  @Override
  public String name() {
    return "squared_hinge";
  }

  @Override
  public String description() {
    return "Σ max(1 − y·ŷ, 0)² / k, y = ±1";
  }

  @Override
  public void checkTarget(float[] target) {
    TargetChecks.signs(target);
  }

  @Override
  public double value(double prediction, double target) {
    double margin = Hinge.margin(prediction, target);
    return margin * margin;
  }

  @Override
  public double derivative(double prediction, double target) {
    return -2 * Hinge.sign(target) * Hinge.margin(prediction, target);
  }
}

package dev.nn.core.loss;

import dev.nn.api.ElementwiseLoss;

/**
 * The hinge loss of support vector machines for a row with k columns: ℓ = Σⱼ max(1 − yⱼŷⱼ, 0) / k,
 * where the targets are −1 and 1, and a 0 is taken as −1. The sign of a prediction is the answer,
 * so the output activation is tanh or identity, and the metric that goes with it is {@code
 * binary_accuracy(threshold=0)}. The gradient at the kink is 0.
 *
 * <p>Source: Keras {@code Hinge}, which takes a 0 as −1 only in batches of nothing but zeros and
 * ones. Both are therefore the same if all targets are 0 or 1, or all are −1 or 1. PyTorch's {@code
 * HingeEmbeddingLoss} is something else, and its {@code MultiMarginLoss} is for classes.
 */
public record Hinge() implements ElementwiseLoss {
  @Override
  public String name() {
    return "hinge";
  }

  @Override
  public String description() {
    return "Σ max(1 − y·ŷ, 0) / k, y = ±1";
  }

  @Override
  public void checkTarget(float[] target) {
    TargetChecks.signs(target);
  }

  @Override
  public double value(double prediction, double target) {
    return margin(prediction, target);
  }

  @Override
  public double derivative(double prediction, double target) {
    return margin(prediction, target) > 0 ? -sign(target) : 0;
  }

  /** How much yŷ falls short of 1. */
  static double margin(double prediction, double target) {
    return Math.max(1 - sign(target) * prediction, 0);
  }

  static double sign(double target) {
    return target == 0 ? -1 : target;
  }
}

package dev.nn.core.loss;

/**
 * Hinge loss of a row with k columns, that of support vector machines: ℓ = Σⱼ max(1 − yⱼŷⱼ, 0) / k
 * for targets −1 and 1; a 0 is taken as −1. The sign of a prediction is the answer, so the output
 * is tanh or identity, and {@code binary_accuracy(threshold=0)} goes with it. At the kink the
 * gradient is 0.
 *
 * <p>Source: Keras {@code Hinge}, which takes a 0 as −1 in batches of zeros and ones only; the same
 * for targets that are all 0 or 1, or all −1 or 1. PyTorch's {@code HingeEmbeddingLoss} is
 * something else; its {@code MultiMarginLoss} is for classes.
 */
public record Hinge() implements ColumnMean {
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

  /** What is missing from yŷ to 1. */
  static double margin(double prediction, double target) {
    return Math.max(1 - sign(target) * prediction, 0);
  }

  static double sign(double target) {
    return target == 0 ? -1 : target;
  }
}

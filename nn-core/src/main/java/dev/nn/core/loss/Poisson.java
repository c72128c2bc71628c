package dev.nn.core.loss;

import dev.nn.api.ElementwiseLoss;

/**
 * The Poisson loss of a row with k columns, for counts y ≥ 0 whose mean ŷ is predicted: ℓ = Σⱼ (ŷⱼ
 * − yⱼ log(ŷⱼ + 1e-7)) / k, which is the negative log-likelihood without the constant log y!.
 * Predictions must be positive, so the output activation is exponential or softplus; a negative
 * prediction makes the loss NaN.
 *
 * <p>Source: Keras {@code Poisson}. PyTorch's {@code PoissonNLLLoss} takes log ŷ unless it is told
 * {@code log_input=False}, and adds 1e-8 instead of 1e-7.
 */
public record Poisson() implements ElementwiseLoss {
  private static final double EPSILON = 1e-7;

  @Override
  public String name() {
    return "poisson";
  }

  @Override
  public String description() {
    return "Σ (ŷ − y·log(ŷ)) / k";
  }

  @Override
  public void checkTarget(float[] target) {
    TargetChecks.notNegative(target);
  }

  @Override
  public void checkPrediction(float[] prediction) {
    PredictionChecks.notNegative(prediction, "softplus");
  }

  @Override
  public double value(double prediction, double target) {
    return prediction - target * StrictMath.log(prediction + EPSILON);
  }

  @Override
  public double derivative(double prediction, double target) {
    return 1 - target / (prediction + EPSILON);
  }
}

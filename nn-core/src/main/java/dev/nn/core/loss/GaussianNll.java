package dev.nn.core.loss;

import dev.nn.api.Loss;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.api.ShapeException;
import dev.nn.math.Matrix;

/**
 * The negative log-likelihood of normal distributions whose means and variances are predicted. For
 * n targets a prediction has 2n columns: first the means μ₁ … μₙ, then the logarithms of the
 * variances s₁ … sₙ, sⱼ = log σⱼ². So the output activation is identity, and
 *
 * <p>ℓ = Σⱼ ( log vⱼ + (yⱼ − μⱼ)² / vⱼ ) / 2n with vⱼ = max(e^sⱼ, ε), without the constant ½ log
 * 2π.
 *
 * <p>Source: D. A. Nix and A. S. Weigend, <i>Estimating the Mean and Variance of the Target
 * Probability Distribution</i>, 1994. PyTorch's {@code GaussianNLLLoss} takes the variances
 * themselves, as a separate argument, and lets their gradient pass where they are less than ε,
 * where it is 0 here. Keras has no such loss.
 *
 * @param epsilon ε &gt; 0, the smallest variance
 */
public record GaussianNll(double epsilon) implements Loss {
  /**
   * Creates a loss and checks its options.
   *
   * @throws IllegalArgumentException if ε is not positive or not finite
   */
  public GaussianNll {
    epsilon = Range.moreThan(0).check("epsilon", epsilon);
  }

  /** Creates the loss with ε = 1e-6, as in PyTorch. */
  public GaussianNll() {
    this(1e-6);
  }

  @Override
  public String name() {
    return "gaussian_nll";
  }

  @Override
  public String description() {
    return "Σ (log(σ²) + (y − μ)² / σ²) / 2n, ŷ = (μ₁ … μₙ, log(σ₁²) … log(σₙ²)), σ² ≥ epsilon";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("epsilon", epsilon);
  }

  @Override
  public GaussianNll withOptions(Options complete) {
    return new GaussianNll(complete.real("epsilon"));
  }

  /**
   * Returns half the number of columns.
   *
   * @throws ShapeException if the number is odd
   */
  @Override
  public int targetColumns(int predictionColumns) {
    if (predictionColumns % 2 != 0) {
      throw new ShapeException(
          "gaussian_nll needs a mean and a log-variance for each target, so an even number of"
              + " outputs, not "
              + predictionColumns
              + ": give the last layer units="
              + 2 * predictionColumns
              + " for "
              + predictionColumns
              + (predictionColumns == 1 ? " target" : " targets"));
    }
    return predictionColumns / 2;
  }

  @Override
  public void checkTarget(float[] target) {
    TargetChecks.finite(target);
  }

  @Override
  public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
    int n = target.columns();
    double lowest = StrictMath.log(epsilon);
    for (int i = 0; i < prediction.rows(); i++) {
      int p = prediction.rowStart(i);
      int t = target.rowStart(i);
      double sum = 0;
      for (int j = 0; j < n; j++) {
        double error = (double) prediction.data()[p + j] - target.data()[t + j];
        double s = Math.max(prediction.data()[p + n + j], lowest);
        sum += s + error * error * StrictMath.exp(-s);
      }
      lossPerRow[i] = sum / (2 * n);
    }
  }

  @Override
  public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
    int n = target.columns();
    double lowest = StrictMath.log(epsilon);
    for (int i = 0; i < prediction.rows(); i++) {
      int p = prediction.rowStart(i);
      int t = target.rowStart(i);
      int g = gradient.rowStart(i);
      for (int j = 0; j < n; j++) {
        double error = (double) prediction.data()[p + j] - target.data()[t + j];
        double s = prediction.data()[p + n + j];
        double precision = StrictMath.exp(-Math.max(s, lowest));
        double ofLogVariance = s < lowest ? 0 : (1 - error * error * precision) / (2 * n);
        gradient.data()[g + j] = (float) (error * precision / n);
        gradient.data()[g + n + j] = (float) ofLogVariance;
      }
    }
  }
}

package acme.loss;

import dev.nn.api.Loss;
import dev.nn.api.ShapeException;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;

/**
 * ℓ = ½ Σⱼ sⱼ + (yⱼ − μⱼ)²·e^(−sⱼ): the negative logarithm of a normal density without its constant. A prediction is
 * (μ₁ … μₙ, s₁ … sₙ), means and logarithms of variances; a target has n columns. Nix and Weigend, 1994.
 */
public record GaussianLikelihood() implements Loss {

  @Override
  public String name() {
    return "acme.gaussian_likelihood";
  }

  @Override
  public int targetColumns(int predictionColumns) {
    if (predictionColumns % 2 != 0) {
      throw new ShapeException(
          "acme.gaussian_likelihood needs a mean and a log-variance for each target, so an even"
              + " number of predictions, not "
              + predictionColumns);
    }
    return predictionColumns / 2;
  }

  @Override
  public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
    int n = target.columns();
    for (int i = 0; i < target.rows(); i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        double error = (double) target.get(i, j) - prediction.get(i, j);
        float logVariance = prediction.get(i, n + j);
        sum += logVariance + error * error * FloatMath.exp(-logVariance);
      }
      lossPerRow[i] = sum / 2;
    }
  }

  @Override
  public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
    int n = target.columns();
    for (int i = 0; i < target.rows(); i++) {
      for (int j = 0; j < n; j++) {
        float error = prediction.get(i, j) - target.get(i, j);
        float precision = FloatMath.exp(-prediction.get(i, n + j));
        gradient.set(i, j, error * precision);
        gradient.set(i, n + j, (1 - error * error * precision) / 2);
      }
    }
  }
}

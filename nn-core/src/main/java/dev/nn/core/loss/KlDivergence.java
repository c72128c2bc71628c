package dev.nn.core.loss;

import dev.nn.api.Activation;
import dev.nn.api.FusedLoss;
import dev.nn.api.Loss;
import dev.nn.math.Matrix;
import java.util.Optional;
import java.util.Set;

/**
 * The Kullback–Leibler divergence of a row, which says how far the distribution ŷ is from the
 * distribution y: ℓ = Σⱼ yⱼ log(yⱼ / ŷⱼ), where y and ŷ are clipped to [1e-7, 1]. The gradient is
 * −y / ŷ, or 0 where ŷ is clipped.
 *
 * <p>After a softmax or a log_softmax the loss is computed from z. It is then finite for every
 * finite z, and ŷ is not clipped: ∂ℓ/∂z = softmax(z) Σ y − y. Source: Keras {@code KLDivergence}.
 * PyTorch's {@code KLDivLoss} takes log ŷ, and its mean also divides by the number of columns.
 */
public record KlDivergence() implements Loss {
  @Override
  public String name() {
    return "kl_divergence";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("kld");
  }

  @Override
  public String description() {
    return "Σ y·log(y / ŷ)";
  }

  @Override
  public void checkTarget(float[] target) {
    TargetChecks.distributions(target);
  }

  @Override
  public void checkPrediction(float[] prediction) {
    PredictionChecks.probabilities(prediction, "softmax");
  }

  @Override
  public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
    for (int i = 0; i < prediction.rows(); i++) {
      int p = prediction.rowStart(i);
      int t = target.rowStart(i);
      double sum = 0;
      for (int j = 0; j < prediction.columns(); j++) {
        double y = clip(target.data()[t + j]);
        sum += y * StrictMath.log(y / clip(prediction.data()[p + j]));
      }
      lossPerRow[i] = sum;
    }
  }

  @Override
  public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
    for (int i = 0; i < prediction.rows(); i++) {
      int p = prediction.rowStart(i);
      int t = target.rowStart(i);
      int g = gradient.rowStart(i);
      for (int j = 0; j < prediction.columns(); j++) {
        float q = prediction.data()[p + j];
        boolean isClipped = q < Probabilities.EPSILON || q > 1;
        gradient.data()[g + j] = isClipped ? 0 : (float) (-clip(target.data()[t + j]) / q);
      }
    }
  }

  /** Clips to [1e-7, 1]. A NaN stays NaN. */
  static double clip(double probability) {
    return Math.min(Math.max(probability, Probabilities.EPSILON), 1);
  }

  @Override
  public Optional<FusedLoss> fuse(Activation output) {
    return Set.of("softmax", "log_softmax").contains(output.name())
        ? Optional.of(new SoftmaxDivergence())
        : Optional.empty();
  }
}

package dev.nn.core.loss;

import dev.nn.api.Activation;
import dev.nn.api.FusedLoss;
import dev.nn.api.Loss;
import dev.nn.api.Options;
import dev.nn.math.Matrix;
import java.util.Optional;
import java.util.Set;

/**
 * Categorical cross-entropy of a row: ℓ = −Σⱼ yⱼ log ŷⱼ, where y is one-hot or a distribution. Data
 * sets of classes hold class indices and give one-hot rows, so one loss serves both; {@code
 * sparse_categorical_crossentropy} is an alias.
 *
 * <p>After a softmax it is computed from z, exactly for every finite z: ℓ = Σ yⱼ (log Σ e^zₖ − zⱼ)
 * and ∂ℓ/∂z = softmax(z) Σ y − y. After any other activation ŷ is divided by its sum and clipped to
 * [1e-7, 1 − 1e-7], beyond which the gradient is 0, as in Keras. Source: Keras {@code
 * CategoricalCrossentropy}; PyTorch's {@code CrossEntropyLoss} takes z and includes the softmax.
 *
 * @param labelSmoothing s in [0, 1]: targets become y (1 − s) + s/k for k classes
 */
public record CategoricalCrossentropy(double labelSmoothing) implements Loss {
  private static final double EPSILON = 1e-7;

  /**
   * @throws IllegalArgumentException if the smoothing is not in [0, 1]
   */
  public CategoricalCrossentropy {
    LabelSmoothing.check(labelSmoothing);
  }

  /** Without smoothing. */
  public CategoricalCrossentropy() {
    this(0);
  }

  @Override
  public String name() {
    return "categorical_crossentropy";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("sparse_categorical_crossentropy");
  }

  @Override
  public String description() {
    return "−Σ y log ŷ";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("label_smoothing", labelSmoothing);
  }

  @Override
  public CategoricalCrossentropy withOptions(Options complete) {
    return new CategoricalCrossentropy(complete.real("label_smoothing"));
  }

  @Override
  public void checkTargets(Matrix targets) {
    TargetChecks.distributions(targets);
  }

  @Override
  public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
    int columns = prediction.columns();
    for (int i = 0; i < prediction.rows(); i++) {
      int p = prediction.rowStart(i);
      int t = target.rowStart(i);
      double sum = sum(prediction, i);
      double loss = 0;
      for (int j = 0; j < columns; j++) {
        double y = LabelSmoothing.smooth(target.data()[t + j], labelSmoothing, columns);
        if (y != 0) {
          loss -= y * StrictMath.log(clip(prediction.data()[p + j] / sum));
        }
      }
      lossPerRow[i] = loss;
    }
  }

  @Override
  public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
    int columns = prediction.columns();
    for (int i = 0; i < prediction.rows(); i++) {
      int p = prediction.rowStart(i);
      int t = target.rowStart(i);
      int g = gradient.rowStart(i);
      double sum = sum(prediction, i);
      double weightInRange = 0;
      for (int j = 0; j < columns; j++) {
        double share = prediction.data()[p + j] / sum;
        double y = LabelSmoothing.smooth(target.data()[t + j], labelSmoothing, columns);
        boolean inRange = share == clip(share);
        weightInRange += inRange ? y : 0;
        gradient.data()[g + j] = inRange ? (float) (-y / prediction.data()[p + j]) : 0;
      }
      float common = (float) (weightInRange / sum);
      for (int j = 0; j < columns; j++) {
        gradient.data()[g + j] += common;
      }
    }
  }

  private static double sum(Matrix prediction, int row) {
    double sum = 0;
    int start = prediction.rowStart(row);
    for (int j = start; j < start + prediction.columns(); j++) {
      sum += prediction.data()[j];
    }
    return sum;
  }

  /** A NaN stays one. */
  private static double clip(double share) {
    return Math.min(Math.max(share, EPSILON), 1 - EPSILON);
  }

  @Override
  public Optional<FusedLoss> fuse(Activation output) {
    return output.name().equals("softmax")
        ? Optional.of(new SoftmaxCrossentropy(labelSmoothing))
        : Optional.empty();
  }
}

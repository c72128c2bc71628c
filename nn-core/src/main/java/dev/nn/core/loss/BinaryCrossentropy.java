package dev.nn.core.loss;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseLoss;
import dev.nn.api.FusedLoss;
import dev.nn.api.Options;
import dev.nn.api.Range;
import java.util.Optional;
import java.util.Set;

/**
 * The binary cross-entropy of a row with k columns: ℓ = −Σⱼ ( yⱼ log ŷⱼ + (1 − yⱼ) log(1 − ŷⱼ) ) /
 * k for 0 ≤ y ≤ 1.
 *
 * <p>After a sigmoid it is computed from z, exactly for every finite z: ℓ = Σ ( max(z, 0) − z y +
 * log(1 + e^−|z|) ) / k and ∂ℓ/∂z = (σ(z) − y) / k. After any other activation ŷ is clipped to
 * [1e-7, 1 − 1e-7], beyond which the gradient is 0, as in Keras. Source: Keras {@code
 * BinaryCrossentropy}. PyTorch's {@code BCELoss} clips the logarithm instead.
 *
 * @param labelSmoothing s in [0, 1]: targets become y (1 − s) + s/2
 * @param sum whether columns are added up instead of averaged, as in scikit-learn and
 *     Deeplearning4j, so that ℓ is k times as large
 */
public record BinaryCrossentropy(double labelSmoothing, boolean sum) implements ElementwiseLoss {
  /**
   * Creates a loss and checks its options.
   *
   * @throws IllegalArgumentException if the smoothing is not in [0, 1]
   */
  public BinaryCrossentropy {
    labelSmoothing = Range.between(0, 1).check("label_smoothing", labelSmoothing);
  }

  /** Creates the loss that averages columns. */
  public BinaryCrossentropy(double labelSmoothing) {
    this(labelSmoothing, false);
  }

  /** Creates the loss without label smoothing. */
  public BinaryCrossentropy() {
    this(0);
  }

  @Override
  public String name() {
    return "binary_crossentropy";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("bce");
  }

  @Override
  public String description() {
    return "−Σ (y·log(ŷ) + (1 − y)·log(1 − ŷ)) / k";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("label_smoothing", labelSmoothing).withFlag("sum", sum);
  }

  @Override
  public BinaryCrossentropy withOptions(Options complete) {
    return new BinaryCrossentropy(complete.real("label_smoothing"), complete.flag("sum"));
  }

  @Override
  public void checkTarget(float[] target) {
    TargetChecks.probabilities(target);
  }

  @Override
  public void checkPrediction(float[] prediction) {
    PredictionChecks.probabilities(prediction, "sigmoid");
  }

  @Override
  public double value(double prediction, double target) {
    double q = Probabilities.clip(prediction);
    double y = LabelSmoothing.smooth(target, labelSmoothing, 2);
    return -y * StrictMath.log(q) - (1 - y) * StrictMath.log1p(-q);
  }

  @Override
  public double derivative(double prediction, double target) {
    if (!Probabilities.isInside(prediction)) {
      return 0;
    }
    double y = LabelSmoothing.smooth(target, labelSmoothing, 2);
    return (prediction - y) / (prediction * (1 - prediction));
  }

  @Override
  public Optional<FusedLoss> fuse(Activation output) {
    return output.name().equals("sigmoid")
        ? Optional.of(new SigmoidCrossentropy(labelSmoothing, sum))
        : Optional.empty();
  }
}

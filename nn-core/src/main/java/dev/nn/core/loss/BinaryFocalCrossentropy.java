package dev.nn.core.loss;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseLoss;
import dev.nn.api.FusedLoss;
import dev.nn.api.Options;
import dev.nn.api.Range;
import java.util.Optional;

/**
 * The binary focal cross-entropy of a row with k columns, which counts easy examples less: ℓ = Σⱼ
 * w(yⱼ) mⱼ^γ bce(ŷⱼ, yⱼ) / k, where bce is the {@linkplain BinaryCrossentropy binary cross-entropy}
 * of one column and m = y (1 − ŷ) + (1 − y) ŷ is what the prediction misses. For γ = 0 it is the
 * binary cross-entropy.
 *
 * <p>The weight w is 1 unless {@code apply_class_balancing} is on, which makes it w(y) = α y + (1 −
 * α)(1 − y). So α has no effect by default, as in Keras, while torchvision's {@code
 * sigmoid_focal_loss} always applies it.
 *
 * <p>After a sigmoid the loss is computed from z and is finite for every finite z. After any other
 * activation ŷ is clipped to [1e-7, 1 − 1e-7] in the cross-entropy, but not in m, as in Keras.
 * Source: T.-Y. Lin et al., <i>Focal Loss for Dense Object Detection</i>, 2017; Keras {@code
 * BinaryFocalCrossentropy}.
 *
 * @param alpha α in [0, 1], the weight of class 1; that of class 0 is 1 − α
 * @param gamma γ ≥ 0, how much less easy examples count
 * @param applyClassBalancing whether α is applied
 * @param labelSmoothing s in [0, 1]: targets become y (1 − s) + s/2
 */
public record BinaryFocalCrossentropy(
    double alpha, double gamma, boolean applyClassBalancing, double labelSmoothing)
    implements ElementwiseLoss {
  /**
   * Creates a loss and checks its options.
   *
   * @throws IllegalArgumentException if an option is out of its range
   */
  public BinaryFocalCrossentropy {
    alpha = Range.between(0, 1).check("alpha", alpha);
    gamma = Range.atLeast(0).check("gamma", gamma);
    labelSmoothing = Range.between(0, 1).check("label_smoothing", labelSmoothing);
  }

  /**
   * Creates the loss with γ = 2, with α = 0.25, which is not applied, and without label smoothing.
   */
  public BinaryFocalCrossentropy() {
    this(0.25, 2, false, 0);
  }

  @Override
  public String name() {
    return "binary_focal_crossentropy";
  }

  @Override
  public String description() {
    return "−Σ (y·(1 − ŷ)^gamma·log(ŷ) + (1 − y)·ŷ^gamma·log(1 − ŷ)) / k";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withReal("alpha", alpha)
        .withReal("gamma", gamma)
        .withFlag("apply_class_balancing", applyClassBalancing)
        .withReal("label_smoothing", labelSmoothing);
  }

  @Override
  public BinaryFocalCrossentropy withOptions(Options complete) {
    return new BinaryFocalCrossentropy(
        complete.real("alpha"),
        complete.real("gamma"),
        complete.flag("apply_class_balancing"),
        complete.real("label_smoothing"));
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
    double y = smooth(target);
    double missed = y * (1 - prediction) + (1 - y) * prediction;
    return weight(y) * FocalFactor.value(missed, gamma) * crossentropy(prediction, y);
  }

  @Override
  public double derivative(double prediction, double target) {
    double y = smooth(target);
    double missed = y * (1 - prediction) + (1 - y) * prediction;
    double slope =
        FocalFactor.derivative(missed, gamma) * (1 - 2 * y) * crossentropy(prediction, y);
    if (Probabilities.isInside(prediction)) {
      slope +=
          FocalFactor.value(missed, gamma) * (prediction - y) / (prediction * (1 - prediction));
    }
    return weight(y) * slope;
  }

  private static double crossentropy(double prediction, double y) {
    double q = Probabilities.clip(prediction);
    return -y * StrictMath.log(q) - (1 - y) * StrictMath.log1p(-q);
  }

  double smooth(double target) {
    return LabelSmoothing.smooth(target, labelSmoothing, 2);
  }

  /** w(y) for a smoothed target. */
  double weight(double y) {
    return applyClassBalancing ? alpha * y + (1 - alpha) * (1 - y) : 1;
  }

  @Override
  public Optional<FusedLoss> fuse(Activation output) {
    return output.name().equals("sigmoid")
        ? Optional.of(new SigmoidFocalCrossentropy(this))
        : Optional.empty();
  }
}

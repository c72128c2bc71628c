package dev.nn.core.loss;

import dev.nn.api.Activation;
import dev.nn.api.FusedLoss;
import dev.nn.api.Options;
import dev.nn.api.Range;
import java.util.Optional;
import java.util.Set;

/**
 * The categorical focal cross-entropy of a row, which counts easy examples less: ℓ = −α Σⱼ yⱼ (1 −
 * ŷⱼ)^γ log ŷⱼ, where y is one-hot or a distribution. For γ = 0 it is α times the {@linkplain
 * CategoricalCrossentropy categorical cross-entropy}.
 *
 * <p>After a softmax or a log_softmax the loss is computed from z and is finite for every finite z.
 * After any other activation ŷ is divided by its sum and clipped to [1e-7, 1 − 1e-7], beyond which
 * the gradient is 0, as in Keras. Source: T.-Y. Lin et al., <i>Focal Loss for Dense Object
 * Detection</i>, 2017; Keras {@code CategoricalFocalCrossentropy}. There α may also be a list; here
 * class weights do the same. PyTorch has no such loss.
 *
 * @param alpha α ≥ 0, a factor
 * @param gamma γ ≥ 0, how much less easy examples count
 * @param labelSmoothing s in [0, 1]: targets become y (1 − s) + s/k for k classes
 */
public record CategoricalFocalCrossentropy(double alpha, double gamma, double labelSmoothing)
    implements ShareSum {
  /**
   * Creates a loss and checks its options.
   *
   * @throws IllegalArgumentException if an option is out of its range
   */
  public CategoricalFocalCrossentropy {
    alpha = Range.atLeast(0).check("alpha", alpha);
    gamma = Range.atLeast(0).check("gamma", gamma);
    labelSmoothing = Range.between(0, 1).check("label_smoothing", labelSmoothing);
  }

  /** Creates the loss with α = 0.25 and γ = 2, without label smoothing. */
  public CategoricalFocalCrossentropy() {
    this(0.25, 2, 0);
  }

  @Override
  public String name() {
    return "categorical_focal_crossentropy";
  }

  @Override
  public String description() {
    return "−alpha·Σ y·(1 − ŷ)^gamma·log(ŷ)";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withReal("alpha", alpha)
        .withReal("gamma", gamma)
        .withReal("label_smoothing", labelSmoothing);
  }

  @Override
  public CategoricalFocalCrossentropy withOptions(Options complete) {
    return new CategoricalFocalCrossentropy(
        complete.real("alpha"), complete.real("gamma"), complete.real("label_smoothing"));
  }

  @Override
  public void checkTarget(float[] target) {
    TargetChecks.distributions(target);
  }

  @Override
  public double value(double share, double target) {
    return -alpha * target * FocalFactor.value(1 - share, gamma) * StrictMath.log(share);
  }

  @Override
  public double derivative(double share, double target) {
    return alpha
        * target
        * (FocalFactor.derivative(1 - share, gamma) * StrictMath.log(share)
            - FocalFactor.value(1 - share, gamma) / share);
  }

  @Override
  public double smooth(double target, int classes) {
    return LabelSmoothing.smooth(target, labelSmoothing, classes);
  }

  @Override
  public Optional<FusedLoss> fuse(Activation output) {
    return Set.of("softmax", "log_softmax").contains(output.name())
        ? Optional.of(new SoftmaxFocalCrossentropy(this))
        : Optional.empty();
  }
}

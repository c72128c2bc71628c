package dev.nn.core.loss;

import dev.nn.api.Activation;
import dev.nn.api.FusedLoss;
import dev.nn.api.Options;
import dev.nn.api.Range;
import java.util.Optional;
import java.util.Set;

/**
 * The categorical cross-entropy of a row: ℓ = −Σⱼ yⱼ log ŷⱼ, where y is one-hot or a distribution.
 * A data set of classes holds class indices but gives one-hot rows, so this loss serves for both,
 * and {@code sparse_categorical_crossentropy} is an alias of it.
 *
 * <p>After a softmax it is computed from z, exactly for every finite z: ℓ = Σ yⱼ (log Σ e^zₖ − zⱼ)
 * and ∂ℓ/∂z = softmax(z) Σ y − y. After a log_softmax it is the same, because the outputs are then
 * known to be log ŷ; PyTorch calls that {@code NLLLoss}. After any other activation ŷ is divided by
 * its sum and clipped to [1e-7, 1 − 1e-7], beyond which the gradient is 0, as in Keras. Source:
 * Keras {@code CategoricalCrossentropy}. PyTorch's {@code CrossEntropyLoss} takes z and includes
 * the softmax.
 *
 * @param labelSmoothing s in [0, 1]: targets become y (1 − s) + s/k for k classes
 */
public record CategoricalCrossentropy(double labelSmoothing) implements ShareSum {
  /**
   * Creates a loss and checks its options.
   *
   * @throws IllegalArgumentException if the smoothing is not in [0, 1]
   */
  public CategoricalCrossentropy {
    labelSmoothing = Range.between(0, 1).check("label_smoothing", labelSmoothing);
  }

  /** Creates the loss without label smoothing. */
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
    return "−Σ y·log(ŷ)";
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
  public void checkTarget(float[] target) {
    TargetChecks.distributions(target);
  }

  @Override
  public double value(double share, double target) {
    return -target * StrictMath.log(share);
  }

  @Override
  public double derivative(double share, double target) {
    return -target / share;
  }

  @Override
  public double smooth(double target, int classes) {
    return LabelSmoothing.smooth(target, labelSmoothing, classes);
  }

  @Override
  public Optional<FusedLoss> fuse(Activation output) {
    return switch (output.name()) {
      case "softmax" -> Optional.of(new SoftmaxCrossentropy(labelSmoothing, false));
      case "log_softmax" -> Optional.of(new SoftmaxCrossentropy(labelSmoothing, true));
      default -> Optional.empty();
    };
  }
}

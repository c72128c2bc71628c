package dev.nn.core.loss;

import dev.nn.api.ElementwiseLoss;
import dev.nn.api.Options;
import dev.nn.api.Range;

/**
 * Huber's loss of a row with k columns. It is squared for small errors and linear for large ones,
 * so that outliers count less than with {@link MeanSquaredError}: ℓ = Σⱼ h(ŷⱼ − yⱼ) / k with h(e) =
 * ½e² for |e| ≤ δ, and δ|e| − ½δ² beyond.
 *
 * <p>Source: P. J. Huber, <i>Robust Estimation of a Location Parameter</i>, 1964; Keras {@code
 * Huber}. PyTorch's {@code HuberLoss} is the same over a batch, and its {@code SmoothL1Loss} is
 * this divided by δ.
 *
 * @param delta δ &gt; 0, where the linear part begins
 */
public record Huber(double delta) implements ElementwiseLoss {
  /**
   * Creates a loss and checks its options.
   *
   * @throws IllegalArgumentException if δ is not positive or not finite
   */
  public Huber {
    delta = Range.moreThan(0).check("delta", delta);
  }

  /** Creates the loss with δ = 1. */
  public Huber() {
    this(1);
  }

  @Override
  public String name() {
    return "huber";
  }

  @Override
  public String description() {
    return "Σ (½·e² if |e| ≤ delta, else delta·|e| − ½·delta²) / k, e = ŷ − y";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("delta", delta);
  }

  @Override
  public Huber withOptions(Options complete) {
    return new Huber(complete.real("delta"));
  }

  @Override
  public void checkTarget(float[] target) {
    TargetChecks.finite(target);
  }

  @Override
  public double value(double prediction, double target) {
    double size = Math.abs(prediction - target);
    return size <= delta ? size * size / 2 : delta * (size - delta / 2);
  }

  @Override
  public double derivative(double prediction, double target) {
    return Math.max(-delta, Math.min(prediction - target, delta));
  }
}

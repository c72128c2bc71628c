package dev.nn.core.loss;

import dev.nn.api.ElementwiseLoss;
import dev.nn.api.Options;
import dev.nn.api.Range;

/**
 * The quantile loss (pinball loss) of a row with k columns: ℓ = Σⱼ max(q(yⱼ − ŷⱼ), (q − 1)(yⱼ −
 * ŷⱼ)) / k. Its minimum is the q-quantile of the targets, so a network trained with q = 0.9
 * predicts what nine in ten targets stay below. For q = ½, the median, it is half the mean absolute
 * error. The gradient is 0 where ŷ = y.
 *
 * <p>Source: R. Koenker and G. Bassett, <i>Regression Quantiles</i>, 1978; scikit-learn's {@code
 * mean_pinball_loss(alpha=q)}. Keras and PyTorch have no such loss.
 *
 * @param q the quantile, 0 &lt; q &lt; 1
 */
public record Quantile(double q) implements ElementwiseLoss {
  /**
   * Creates a loss and checks its options.
   *
   * @throws IllegalArgumentException if q is not between 0 and 1
   */
  public Quantile {
    q = Range.moreThan(0).andLessThan(1).check("q", q);
  }

  /** Creates the loss for the median, q = ½. */
  public Quantile() {
    this(0.5);
  }

  @Override
  public String name() {
    return "quantile";
  }

  @Override
  public String description() {
    return "Σ max(q·(y − ŷ), (q − 1)·(y − ŷ)) / k";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("q", q);
  }

  @Override
  public Quantile withOptions(Options complete) {
    return new Quantile(complete.real("q"));
  }

  @Override
  public void checkTarget(float[] target) {
    TargetChecks.finite(target);
  }

  @Override
  public double value(double prediction, double target) {
    double error = target - prediction;
    return Math.max(q * error, (q - 1) * error);
  }

  @Override
  public double derivative(double prediction, double target) {
    if (prediction == target) {
      return 0;
    }
    return prediction < target ? -q : 1 - q;
  }
}

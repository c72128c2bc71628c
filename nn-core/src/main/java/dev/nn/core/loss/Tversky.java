package dev.nn.core.loss;

import dev.nn.api.Options;
import dev.nn.api.Range;

/**
 * The Tversky loss of a row, which tells what is predicted wrongly from what is missed: ℓ = 1 − s /
 * (s + α f + β m + 1e-7) with s = Σⱼ ŷⱼyⱼ, the false positives f = Σⱼ ŷⱼ(1 − yⱼ) and the false
 * negatives m = Σⱼ (1 − ŷⱼ)yⱼ. For α = β = ½ it is the {@linkplain Dice Dice} loss; the source
 * finds α = 0.3, β = 0.7 good where few columns hold.
 *
 * <p>Each row is a mask of its own, as with Keras' {@code Tversky} if its {@code axis} are those of
 * a row. Source: Salehi, Erdogmus and Gholipour, <i>Tversky loss function for image segmentation
 * using 3D fully convolutional deep networks</i>, 2017; Keras {@code Tversky}.
 *
 * @param alpha α ≥ 0, how much false positives count
 * @param beta β ≥ 0, how much false negatives count
 */
public record Tversky(double alpha, double beta) implements Overlap {
  static final double EPSILON = 1e-7;

  /**
   * Creates a loss and checks its options.
   *
   * @throws IllegalArgumentException if an option is out of its range
   */
  public Tversky {
    alpha = Range.atLeast(0).check("alpha", alpha);
    beta = Range.atLeast(0).check("beta", beta);
  }

  /** Creates the loss with α = β = 0.5. */
  public Tversky() {
    this(0.5, 0.5);
  }

  @Override
  public String name() {
    return "tversky";
  }

  @Override
  public String description() {
    return "1 − s / (s + alpha·Σ ŷ·(1 − y) + beta·Σ (1 − ŷ)·y), s = Σ ŷ·y";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("alpha", alpha).withReal("beta", beta);
  }

  @Override
  public Tversky withOptions(Options complete) {
    return new Tversky(complete.real("alpha"), complete.real("beta"));
  }

  @Override
  public double ofWrong() {
    return alpha;
  }

  @Override
  public double ofMissed() {
    return beta;
  }

  @Override
  public double least() {
    return EPSILON;
  }
}

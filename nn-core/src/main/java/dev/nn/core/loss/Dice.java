package dev.nn.core.loss;

/**
 * The Dice loss of a row, for masks and for several labels at once of which few hold: ℓ = 1 − 2 Σⱼ
 * ŷⱼyⱼ / (Σⱼ ŷⱼ + Σⱼ yⱼ + 1e-7). It is 0 if a mask is predicted exactly, and 1 if nothing of it is,
 * which an empty mask counts as too. Columns that are rightly 0 do not count, so the many that hold
 * nothing do not drown the few that do.
 *
 * <p>Each row is a mask of its own. Keras' {@code Dice} takes the whole batch for one mask unless
 * it is told {@code axis}; with the axes of a row it is this. Source: Milletari, Navab and Ahmadi,
 * <i>V-Net: Fully Convolutional Neural Networks for Volumetric Medical Image Segmentation</i>,
 * 2016, with squares in the divisor; Keras {@code Dice}.
 */
public record Dice() implements Overlap {
  @Override
  public String name() {
    return "dice";
  }

  @Override
  public String description() {
    return "1 − 2·Σ ŷ·y / (Σ ŷ + Σ y)";
  }

  @Override
  public double ofWrong() {
    return 0.5;
  }

  @Override
  public double ofMissed() {
    return 0.5;
  }

  @Override
  public double least() {
    return Tversky.EPSILON / 2;
  }
}

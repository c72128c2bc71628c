package dev.nn.tests.gradient;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares the gradient that training uses with {@link Differences} of its loss L, for each weight
 * w. The forward pass is in single precision; the engine sums the loss in double precision.
 *
 * <p><b>Step.</b> h = 2⁻⁷, about the third root of the rounding errors, and 4 D(h/2) − D(h) over 3
 * for D(h), so that what the steps neglect is of the order h⁴ ≈ 4e-9.
 *
 * <p><b>Tolerance.</b> Let M be the largest of 1, |L| and all |∂L/∂w|. With rounding errors of up
 * to δ = 8 · 2⁻²⁴ M in L, which is a few roundings of numbers of the size of M, D is off by up to
 * 3δ/h; the gradient itself has errors of a few times 2⁻²⁴ M, which is less. Where L has a kink
 * near w, D is off by less than E, {@link Differences#roughness}; of E itself up to 20δ/h is
 * rounding. So |gradient − D| ≤ 3δ/h + E is demanded, about 2e-4 M where L is smooth. Where E is
 * above 24δ/h, about 1.5e-3 M, the weight is skipped: that depends on the losses alone, not on the
 * gradient that is tested.
 */
final class GradientCheck {
  private static final double ROUNDING = 8 * 0x1p-24;

  private final double size;
  private final double noise;
  private final List<String> mismatches = new ArrayList<>();
  private int checked;
  private int skipped;
  private int nonZero;
  private double largestShare;
  private double largestError;

  /**
   * @param size M
   */
  private GradientCheck(double size) {
    this.size = size;
    this.noise = size * ROUNDING / Differences.STEP;
  }

  /** Checks every parameter that is trained. Weights must be multiples of 2⁻¹⁰. */
  static GradientReport of(TrainingLoss loss) {
    float[] weights = loss.weights();
    double size = Math.max(1, Math.abs(loss.at(weights)));
    float[] gradients = loss.gradients();
    for (float gradient : gradients) {
      size = Math.max(size, Math.abs(gradient));
    }
    GradientCheck check = new GradientCheck(size);
    for (int i = 0; i < weights.length; i++) {
      if (loss.isTrained(i)) {
        check.add(i, gradients[i], Differences.of(loss, weights, i));
      }
    }
    return check.report();
  }

  private void add(int index, float gradient, Differences differences) {
    double roughness = differences.roughness();
    if (roughness > 24 * noise) {
      skipped++;
      return;
    }
    checked++;
    nonZero += gradient != 0 ? 1 : 0;
    double error = Math.abs(gradient - differences.derivative());
    double allowed = 3 * noise + roughness;
    largestShare = Math.max(largestShare, error / allowed);
    largestError = Math.max(largestError, error / size);
    if (!(error <= allowed)) {
      mismatches.add(
          "weight %d: gradient %s, by differences %s ± %.2g"
              .formatted(index, gradient, (float) differences.derivative(), allowed));
    }
  }

  private GradientReport report() {
    return new GradientReport(checked, skipped, nonZero, mismatches, largestShare, largestError);
  }
}

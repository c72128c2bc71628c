package dev.nn.init;

import dev.nn.math.Matrix;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/**
 * Fills a parameter with independent numbers, row by row. They are drawn and scaled in {@code
 * double} and rounded to {@code float} once.
 */
final class Fill {
  /** Standard deviation of a standard normal deviate that lies within ±2. */
  static final double TRUNCATED_STDDEV = 0.8796256610342398;

  private Fill() {}

  /** N(mean, stddev²). */
  static void normal(Matrix weights, double mean, double stddev, RandomGenerator random) {
    fill(weights, () -> mean + stddev * random.nextGaussian());
  }

  /** Unif[min, max]; rounding may reach the upper bound itself. */
  static void uniform(Matrix weights, double min, double max, RandomGenerator random) {
    fill(weights, () -> min + (max - min) * random.nextDouble());
  }

  /**
   * N(mean, stddev²) without what lies more than two standard deviations off: it is drawn again.
   */
  static void truncatedNormal(Matrix weights, double mean, double stddev, RandomGenerator random) {
    fill(
        weights,
        () -> {
          double deviate = random.nextGaussian();
          while (Math.abs(deviate) > 2) {
            deviate = random.nextGaussian();
          }
          return mean + stddev * deviate;
        });
  }

  private static void fill(Matrix weights, DoubleSupplier number) {
    float[] data = weights.data();
    for (int i = 0; i < weights.rows(); i++) {
      int start = weights.rowStart(i);
      for (int j = start; j < start + weights.columns(); j++) {
        data[j] = (float) number.getAsDouble();
      }
    }
  }
}

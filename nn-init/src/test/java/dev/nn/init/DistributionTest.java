package dev.nn.init;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Initializer;
import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Moments of 120,000 numbers for fan_in = 300 and fan_out = 400. */
class DistributionTest {
  private static final long SEED = 11;
  private static final int FAN_IN = 300;
  private static final int FAN_OUT = 400;

  /** Of N(0, 1) truncated at ±2, by scipy.stats.truncnorm(−2, 2). */
  private static final double TRUNCATED_VARIANCE = 0.7737413035499232;

  private static final double TRUNCATED_KURTOSIS = 3 - 0.6344632828703505;

  /** Initializer, mean, variance, kurtosis, largest distance from the mean. */
  static Stream<Arguments> distributions() {
    double none = Double.POSITIVE_INFINITY;
    double normal = 3;
    double uniform = 1.8;
    return Stream.of(
        Arguments.of(new Uniform(), 0, 0.2 * 0.2 / 12, uniform, 0.1),
        Arguments.of(new Uniform(2, 3), 2.5, 1 / 12.0, uniform, 0.5),
        Arguments.of(new Normal(), 0, 0.05 * 0.05, normal, none),
        Arguments.of(new Normal(-1, 0.3), -1, 0.09, normal, none),
        Arguments.of(
            new TruncatedNormal(), 0, 0.0025 * TRUNCATED_VARIANCE, TRUNCATED_KURTOSIS, 0.1),
        Arguments.of(
            new TruncatedNormal(0.5, 2), 0.5, 4 * TRUNCATED_VARIANCE, TRUNCATED_KURTOSIS, 4),
        Arguments.of(new XavierNormal(), 0, 2 / 700.0, normal, none),
        Arguments.of(new XavierUniform(), 0, 2 / 700.0, uniform, Math.sqrt(6 / 700.0)),
        Arguments.of(new HeNormal(), 0, 2 / 300.0, normal, none),
        Arguments.of(new HeUniform(), 0, 2 / 300.0, uniform, Math.sqrt(6 / 300.0)),
        Arguments.of(
            new LecunNormal(),
            0,
            1 / 300.0,
            TRUNCATED_KURTOSIS,
            2 * Math.sqrt(1 / 300.0 / TRUNCATED_VARIANCE)),
        Arguments.of(new LecunUniform(), 0, 1 / 300.0, uniform, Math.sqrt(3 / 300.0)),
        Arguments.of(
            new VarianceScaling(),
            0,
            1 / 300.0,
            TRUNCATED_KURTOSIS,
            2 * Math.sqrt(1 / 300.0 / TRUNCATED_VARIANCE)),
        Arguments.of(
            new VarianceScaling(2, "fan_out", "uniform"), 0, 2 / 400.0, uniform, Math.sqrt(0.015)),
        Arguments.of(
            new VarianceScaling(0.5, "fan_avg", "untruncated_normal"), 0, 0.5 / 350, normal, none));
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void momentsAndBoundsAreThoseOfTheDistribution(
      Initializer initializer, double mean, double variance, double kurtosis, double bound) {
    Matrix weights = Matrix.zeros(FAN_IN, FAN_OUT);
    initializer.initialize(weights, FAN_IN, FAN_OUT, CounterRandom.of(SEED));
    double n = weights.size();
    double sum = 0;
    for (float w : weights.data()) {
      sum += w;
    }
    double second = 0;
    double fourth = 0;
    double largest = 0;
    for (float w : weights.data()) {
      double deviation = w - sum / n;
      second += deviation * deviation / n;
      fourth += Math.pow(deviation, 4) / n;
      largest = Math.max(largest, Math.abs(w - mean));
    }
    String where = initializer + " (seed " + SEED + ")";
    // Five standard errors each.
    assertEquals(mean, sum / n, 5 * Math.sqrt(variance / n), where + ", mean");
    double spread = Math.sqrt((kurtosis - 1) / n);
    assertEquals(variance, second, 5 * variance * spread, where + ", variance");
    assertEquals(kurtosis, fourth / (second * second), 5 * Math.sqrt(24 / n), where + ", kurtosis");
    double slack = 1e-6 * (Math.abs(mean) + 1);
    assertTrue(largest <= bound + slack, where + ": " + largest + " from the mean");
    if (bound < Double.POSITIVE_INFINITY) {
      assertTrue(largest > 0.999 * bound, where + ": only " + largest + " from the mean");
    } else {
      assertTrue(largest > 4 * Math.sqrt(variance), where + ": only " + largest);
    }
  }
}

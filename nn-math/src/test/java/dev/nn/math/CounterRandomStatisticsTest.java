package dev.nn.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All seeds are fixed, so a test that passes once passes always; bounds are five deviations. */
class CounterRandomStatisticsTest {
  private static final int DRAWS = 1_000_000;

  /** Pearson's χ² of the draws over equal bins has mean bins − 1 and variance 2·(bins − 1). */
  private static void assertEvenlySpread(int bins, IntUnaryOperator bin) {
    int[] counts = new int[bins];
    for (int i = 0; i < DRAWS; i++) {
      counts[bin.applyAsInt(i)]++;
    }
    double expected = (double) DRAWS / bins;
    double sum = 0;
    for (int count : counts) {
      sum += (count - expected) * (count - expected) / expected;
    }
    assertEquals(bins - 1, sum, 5 * Math.sqrt(2.0 * (bins - 1)));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 42, -1, Long.MIN_VALUE})
  void floatsAreUniform(long seed) {
    CounterRandom random = CounterRandom.of(seed);
    assertEvenlySpread(1000, i -> (int) (random.nextFloat() * 1000));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 10, 257, 1000})
  void boundedIntsAreUniform(int bound) {
    CounterRandom random = CounterRandom.of(5);
    assertEvenlySpread(bound, i -> random.nextInt(bound));
    assertEvenlySpread(bound, i -> (int) random.nextLong(bound));
  }

  @Test
  void lowBitsAreUniform() {
    CounterRandom random = CounterRandom.of(6);
    assertEvenlySpread(1024, i -> (int) random.nextLong() & 1023);
  }

  @Test
  void firstDrawsOfNeighbouringKeysAreUniform() {
    assertEvenlySpread(1024, i -> (int) (CounterRandom.bits(i, 0) >>> 54));
    assertEvenlySpread(1024, i -> (int) CounterRandom.bits(CounterRandom.key(0, i), 0) & 1023);
  }

  @Test
  void pairsOfDrawsAreUniform() {
    CounterRandom random = CounterRandom.of(8);
    assertEvenlySpread(1024, i -> random.nextInt(32) * 32 + random.nextInt(32));
  }

  @Test
  void neighbouringStreamsAreUncorrelated() {
    for (int step = 0; step < 10; step++) {
      CounterRandom left = CounterRandom.of(3, step);
      CounterRandom right = CounterRandom.of(3, step + 1);
      double sum = 0;
      for (int i = 0; i < DRAWS / 10; i++) {
        sum += (left.nextDouble() - 0.5) * (right.nextDouble() - 0.5);
      }
      double correlation = 12 * sum / (DRAWS / 10);
      assertEquals(0, correlation, 5 / Math.sqrt(DRAWS / 10.0));
    }
  }

  @Test
  void gaussiansHaveTheMomentsOfTheNormalDistribution() {
    CounterRandom random = CounterRandom.of(1);
    double[] deviates = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      deviates[i] = random.nextGaussian();
    }
    assertNormal(deviates);
  }

  @Test
  void rowsOfNormalsHaveTheMomentsOfTheNormalDistribution() {
    Matrix rows = Matrix.zeros(1000, DRAWS / 1000);
    CounterRandom.normal(2, rows, 0);
    double[] deviates = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      deviates[i] = rows.data()[i];
    }
    assertNormal(deviates);
    assertEvenlySpread(1000, i -> (int) (ReferenceMath.normalCdf(deviates[i]) * 1000));
  }

  /** Mean 0, variance 1, third moment 0, fourth moment 3; their variances are 1, 2, 15 and 96. */
  private static void assertNormal(double[] deviates) {
    double[] moments = new double[4];
    for (double z : deviates) {
      assertTrue(Math.abs(z) < 9.2);
      moments[0] += z;
      moments[1] += z * z;
      moments[2] += z * z * z;
      moments[3] += z * z * z * z;
    }
    double[] expected = {0, 1, 0, 3};
    double[] variances = {1, 2, 15, 96};
    for (int k = 0; k < 4; k++) {
      assertEquals(expected[k], moments[k] / DRAWS, 5 * Math.sqrt(variances[k] / DRAWS));
    }
  }

  @Test
  void exponentialsHaveMeanAndVarianceOne() {
    CounterRandom random = CounterRandom.of(1);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      double deviate = random.nextExponential();
      assertTrue(deviate >= 0);
      sum += deviate;
      squares += deviate * deviate;
    }
    assertEquals(1, sum / DRAWS, 5 / Math.sqrt(DRAWS));
    assertEquals(2, squares / DRAWS, 5 * Math.sqrt(20.0 / DRAWS));
  }
}

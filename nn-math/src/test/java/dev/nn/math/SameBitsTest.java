package dev.nn.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pins the bits themselves, because weights trained anywhere must be the weights trained here: a
 * change that moves one of these hashes changes every model and needs a better reason than speed.
 */
class SameBitsTest {
  @ParameterizedTest
  @CsvSource({
    "EXP, 293c64c2",
    "EXPM1, 91828165",
    "LOG, 4f358a1d",
    "LOG1P, 64e4fe26",
    "TANH, 1255cb60",
    "SIGMOID, 273eda21",
    "SOFTPLUS, c68116a5",
    "ERF, 3d39361c",
    "ERFC, 721ca33c",
    "NORMAL_CDF, 9ca59b95",
  })
  void functionsGiveTheseBits(FloatFunctions function, String hash) {
    int count = 1 << 20;
    float[] results = new float[count];
    for (int i = 0; i < count; i++) {
      results[i] = function.function.apply(Float.intBitsToFloat(i * 4093));
    }
    assertEquals(hash, hash(results));
  }

  @Test
  void randomRowsGiveTheseBits() {
    Matrix rows = Matrix.zeros(300, 1000);
    CounterRandom.normal(CounterRandom.key(0), rows, 0);
    assertEquals("61ce111b", hash(rows.data()));
    CounterRandom.uniform(CounterRandom.key(0), rows, 0);
    assertEquals("374cb0b2", hash(rows.data()));
  }

  @Test
  void gaussiansGiveTheseBits() {
    CounterRandom random = CounterRandom.of(0);
    double[] deviates = new double[100_000];
    Arrays.setAll(deviates, i -> random.nextGaussian());
    assertEquals("376e6b37", Integer.toHexString(Arrays.hashCode(deviates)));
  }

  /** {@link Arrays#hashCode(float[])} is specified, and takes all NaNs for one. */
  private static String hash(float[] values) {
    return Integer.toHexString(Arrays.hashCode(values));
  }
}

package dev.nn.activations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TanhShrinkTest {
  /** In units in the last place; 0.948 was the most of all floats from 2⁻⁴⁵ to 64. */
  private static final double LARGEST_ERROR = 1;

  private static final int BITS_OF_ONE = Float.floatToRawIntBits(1);
  private static final int BITS_OF_INFINITY = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

  private final TanhShrink g = new TanhShrink();

  /** By mpmath 1.2.1 with 60 digits. */
  @ParameterizedTest
  @CsvSource({
    "1e-12, 3.3333332933753055e-37",
    "1e-6, 3.3333333080844271e-19",
    "0.001, 3.3333324749747586e-10",
    "0.03125, 1.0168553968743232e-5",
    "0.25, 0.0050813375962908707",
    "0.7, 0.09563221852859316",
    "0.99999994, 0.23840580947201292",
    "1, 0.23840584404423511",
    "1.5, 0.59485174635513356",
    "3, 2.0049452463132695"
  })
  void valuesAreThoseOfAnExactComputation(float z, double want) {
    assertClose(z, want);
    assertEquals(want, reference(z), 1e-15 * want, "the reference of the other tests");
  }

  @Test
  void noFloatIsOffByMoreThanAUnitInTheLastPlace() {
    for (int bits = 0; bits < BITS_OF_INFINITY - 4001; bits += 4001) {
      float z = Float.intBitsToFloat(bits);
      assertClose(z, reference(z));
    }
    for (int bits = BITS_OF_ONE - 50_000; bits < BITS_OF_ONE + 50_000; bits++) {
      float z = Float.intBitsToFloat(bits);
      assertClose(z, reference(z));
    }
  }

  @Test
  void itNeverFallsNotEvenWhereTheFormulaChanges() {
    for (int bits = 0; bits < BITS_OF_INFINITY - 4001; bits += 4001) {
      assertDoesNotFall(bits);
    }
    for (int bits = BITS_OF_ONE - 50_000; bits < BITS_OF_ONE + 50_000; bits++) {
      assertDoesNotFall(bits);
    }
  }

  private void assertDoesNotFall(int bits) {
    float z = Float.intBitsToFloat(bits);
    assertTrue(g.value(z) <= g.value(Math.nextUp(z)), () -> "falls after " + z);
  }

  @Test
  void itIsOddToTheBitAndKeepsTheSignOfZero() {
    for (float z : new float[] {0, 1e-40f, 1e-13f, 0.3f, 1, 1.7f, 1e30f, Float.POSITIVE_INFINITY}) {
      assertEquals(Float.floatToIntBits(-g.value(z)), Float.floatToIntBits(g.value(-z)), "" + z);
    }
    assertEquals(Float.POSITIVE_INFINITY, g.value(Float.POSITIVE_INFINITY));
  }

  private void assertClose(float z, double want) {
    double unit = Math.ulp((float) want);
    double error = Math.abs(g.value(z) - want) / unit;
    assertTrue(
        error <= LARGEST_ERROR,
        () -> z + ": wanted " + want + ", got " + g.value(z) + ", off by " + error + " ulp");
  }

  /**
   * Lambert's continued fraction tanh z = z/(1 + t), t = z²/(3 + z²/(5 + …)), makes the difference
   * z·t/(1 + t), in which nothing cancels.
   */
  private static double reference(double z) {
    if (z > 1) {
      return z - StrictMath.tanh(z);
    }
    double t = 0;
    for (int k = 21; k >= 3; k -= 2) {
      t = z * z / (k + t);
    }
    return z * t / (1 + t);
  }
}

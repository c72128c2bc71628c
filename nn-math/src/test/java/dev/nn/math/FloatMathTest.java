package dev.nn.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FloatMathTest {
  private static final float INFINITY = Float.POSITIVE_INFINITY;
  private static final long ALL_BITS = 0xffffffffL;

  /** Where an algorithm changes its path or a result its kind. */
  private static final float[] INTERESTING = {
    0,
    Float.MIN_VALUE,
    Float.MIN_NORMAL,
    0x1p-25f,
    0x1p-12f,
    0.34657359f,
    0.5f,
    0.70710677f,
    0.8f,
    1,
    1.25f,
    1.4142135f,
    2,
    5.5f,
    9,
    9.1f,
    10,
    14,
    17,
    18,
    44,
    64,
    87.3365f,
    88.72284f,
    89,
    103.97f,
    104,
    128,
    0x1p23f,
    0x1p24f,
    0x1p25f,
    Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
  };

  @ParameterizedTest
  @EnumSource
  void sampledErrorsStayBelowThePromisedBound(FloatFunctions tested) {
    UlpError error = tested.error().over(0, ALL_BITS, 257);
    for (float x : INTERESTING) {
      for (int step = -300; step <= 300; step++) {
        float near = Float.intBitsToFloat(Float.floatToRawIntBits(x) + step);
        error.at(near);
        error.at(-near);
      }
    }
    assertTrue(error.largest() <= tested.bound, error::toString);
  }

  @Test
  void theStepIsExact() {
    for (float x : INTERESTING) {
      assertEquals(x == 0 ? 0 : 1, FloatMath.step(x), () -> "step(" + x + ")");
      assertEquals(0, FloatMath.step(-x), () -> "step(" + -x + ")");
    }
    assertTrue(Float.isNaN(FloatMath.step(Float.NaN)));
  }

  /** All 2³² floats, some minutes for each function; no part of the ordinary build. */
  @Tag("exhaustive")
  @ParameterizedTest
  @EnumSource
  void allErrorsStayBelowThePromisedBound(FloatFunctions tested) {
    UlpError error = tested.error().over(0, ALL_BITS, 1);
    assertTrue(error.largest() <= tested.bound, error::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "EXP,        0,        1,   Infinity",
    "EXPM1,     -1,        0,   Infinity",
    "LOG,       NaN, -Infinity, Infinity",
    "LOG1P,     NaN,       0,   Infinity",
    "TANH,      -1,        0,   1",
    "SIGMOID,    0,      0.5,   1",
    "SOFTPLUS,   0, 0.6931472,  Infinity",
    "ERF,       -1,        0,   1",
    "ERFC,       2,        1,   0",
    "NORMAL_CDF, 0,      0.5,   1",
  })
  void limitsAreExact(FloatFunctions tested, float left, float atZero, float right) {
    assertEquals(left, tested.function.apply(-INFINITY));
    assertEquals(atZero, tested.function.apply(0f));
    assertEquals(right, tested.function.apply(INFINITY));
  }

  @ParameterizedTest
  @EnumSource
  void notANumberStaysNotANumber(FloatFunctions tested) {
    for (int bits : new int[] {0x7fc00000, 0xffc00000, 0x7f800001, 0xffffffff}) {
      assertTrue(Float.isNaN(tested.function.apply(Float.intBitsToFloat(bits))));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EXPM1", "LOG1P", "TANH", "ERF"})
  void functionsThroughZeroKeepItsSign(FloatFunctions tested) {
    assertEquals("0.0", String.valueOf(tested.function.apply(0f)));
    assertEquals("-0.0", String.valueOf(tested.function.apply(-0f)));
  }

  @Test
  void logarithmsHaveTheirPoleAndNoValueBeyond() {
    assertEquals(-INFINITY, FloatMath.log(-0f));
    assertEquals(-INFINITY, FloatMath.log1p(-1));
    assertEquals(Float.NaN, FloatMath.log(-Float.MIN_VALUE));
    assertEquals(Float.NaN, FloatMath.log1p(Math.nextDown(-1f)));
  }

  @Test
  void farTailsKeepTheirDigits() {
    // mpmath 1.3.0, 40 digits: exp(-100), 1/(1+exp(80)), erfc(9), ncdf(-5), ncdf(-13)
    assertEquals(3.720075976e-44f, FloatMath.exp(-100));
    assertEquals(1.804851387e-35f, FloatMath.sigmoid(-80));
    assertEquals(1.804851387e-35f, FloatMath.softplus(-80));
    assertEquals(4.137031747e-37f, FloatMath.erfc(9));
    assertEquals(2.866515719e-7f, FloatMath.normalCdf(-5));
    assertEquals(6.117164400e-39f, FloatMath.normalCdf(-13));
  }
}

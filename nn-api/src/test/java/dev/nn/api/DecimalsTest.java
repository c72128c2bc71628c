package dev.nn.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

  /** Where {@code Double.toString} of JDK 17 gives more digits than needed, and other classics. */
  @ParameterizedTest
  @CsvSource({
    "2e23, 2e23",
    "2.0e-3, 0.002",
    "1.1897314953572317e-4, 0.00011897314953572317",
    "4.9e-324, 5e-324",
    "1.7976931348623157e308, 1.7976931348623157e308",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "0.1, 0.1",
    "0.30000000000000004, 0.30000000000000004",
    "9007199254740993, 9007199254740992",
    "9.5367431640625e-7, 9.5367431640625e-7",
    "-1.5, -1.5",
    "-0.0, 0"
  })
  void doublePrintsWithTheFewestDigits(double value, String text) {
    assertEquals(text, new SpecValue.Decimal(value).toString());
  }

  @Test
  void randomDoublesRoundTripAndAreShortest() {
    for (long seed = 0; seed < 20_000; seed++) {
      checkShortest(new RandomSpecs(seed).finiteDouble(), "seed " + seed);
    }
  }

  @Test
  void powersOfTwoAndTheirNeighboursRoundTripAndAreShortest() {
    for (int exponent = -1074; exponent <= 1023; exponent++) {
      double power = Math.scalb(1.0, exponent);
      checkShortest(power, "2^" + exponent);
      checkShortest(Math.nextUp(power), "above 2^" + exponent);
      checkShortest(Math.nextDown(power), "below 2^" + exponent);
    }
  }

  private static void checkShortest(double value, String what) {
    double nonNegativeZero = value + 0.0;
    BigDecimal shortest = Decimals.shortest(value);
    String text = new SpecValue.Decimal(value).toString();
    assertEquals(nonNegativeZero, Double.parseDouble(text), what);
    int fewer = shortest.stripTrailingZeros().precision() - 1;
    if (fewer == 0) {
      return;
    }
    BigDecimal exact = new BigDecimal(value);
    for (RoundingMode mode : new RoundingMode[] {RoundingMode.UP, RoundingMode.DOWN}) {
      BigDecimal candidate = exact.round(new MathContext(fewer, mode));
      assertNotEquals(value, candidate.doubleValue(), what + " is also " + candidate);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void onlyFiniteDoublesArePrinted(double value) {
    assertThrows(IllegalArgumentException.class, () -> new SpecValue.Decimal(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e401",
        "1e-401",
        "1.0000000000000000000000000000000000000001",
        "-9e2147483647",
        "1e-2147483647"
      })
  void numbersOutOfRangeAreRefused(String number) {
    assertThrows(
        IllegalArgumentException.class, () -> new SpecValue.Decimal(new BigDecimal(number)));
  }
}

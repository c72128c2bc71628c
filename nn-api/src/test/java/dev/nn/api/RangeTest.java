package dev.nn.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RangeTest {
  static Stream<Arguments> legal() {
    return Stream.of(
        arguments(Range.finite(), -3e38),
        arguments(Range.finite(), 1e-300),
        arguments(Range.atLeast(0), 0.0),
        arguments(Range.atLeast(0), 1e-60),
        arguments(Range.moreThan(0), (double) Float.MIN_VALUE),
        arguments(Range.atMost(0), -1.0),
        arguments(Range.between(0, 1), 1.0),
        arguments(Range.atLeast(0).andLessThan(1), (double) Math.nextDown(1f)),
        arguments(Range.moreThan(0).andAtMost(1), 1.0));
  }

  @ParameterizedTest
  @MethodSource("legal")
  void numbersInTheRangeAreReturned(Range range, double value) {
    assertEquals(value, range.check("alpha", value));
  }

  static Stream<Arguments> illegal() {
    return Stream.of(
        arguments(Range.finite(), Double.NaN, "a finite float, got NaN"),
        arguments(Range.finite(), 1e39, "a finite float, got 1.0E39"),
        arguments(Range.atLeast(0), Double.POSITIVE_INFINITY, "a finite float, got Infinity"),
        arguments(Range.atLeast(0), -1e-60, "at least 0, got -1.0E-60"),
        arguments(Range.atLeast(0.5), 0.25, "at least 0.5, got 0.25"),
        arguments(Range.moreThan(0), 0.0, "more than 0, got 0"),
        arguments(
            Range.moreThan(0), 1e-60, "at least 1.4E-45, the first float above 0, got 1.0E-60"),
        arguments(Range.atMost(0), 2.0, "at most 0, got 2"),
        arguments(Range.between(-1, 1), 1.5, "from -1 to 1, got 1.5"),
        arguments(Range.between(0, 1), Double.NaN, "from 0 to 1, got NaN"),
        arguments(Range.atLeast(0).andLessThan(1), 1.0, "at least 0 and less than 1, got 1"),
        arguments(
            Range.atLeast(0).andLessThan(1),
            0.99999999999,
            "at most 0.99999994, the last float below 1, got 0.99999999999"),
        arguments(Range.moreThan(0).andAtMost(1), 0.0, "more than 0 and at most 1, got 0"));
  }

  @ParameterizedTest
  @MethodSource("illegal")
  void otherNumbersAreRefusedWithTheRangeInWords(Range range, double value, String message) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> range.check("alpha", value));

    assertEquals("alpha must be " + message, e.getMessage());
  }

  @Test
  void negativeZeroBecomesZero() {
    assertEquals(0L, Double.doubleToRawLongBits(Range.atLeast(0).check("alpha", -0.0)));
  }

  @Test
  void wholeNumbersAreCheckedAsTheyAre() {
    assertEquals(Long.MAX_VALUE, Range.atLeast(1).check("steps", Long.MAX_VALUE));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Range.atLeast(1).check("steps", 0L));

    assertEquals("steps must be at least 1, got 0", e.getMessage());
  }
}

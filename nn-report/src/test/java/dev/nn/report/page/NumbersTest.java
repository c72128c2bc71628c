package dev.nn.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as the page shows them, and what is counted for it. */
class NumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0           | 0
          -0.0        | 0
          0.25        | 0.25
          0.123456    | 0.1235
          -0.123456   | −0.1235
          12.3456     | 12.35
          999.96      | 1000
          1234567.8   | 1,234,568
          12345678    | 1.23e+07
          0.00001234  | 1.23e-05
          NaN         | –
          Infinity    | ∞
          -Infinity   | −∞
          """)
  void fourDigitsAreShown(double value, String text) {
    assertEquals(text, Numbers.text(value));
  }

  @Test
  void sharesHaveFourDecimalsAndPercentOne() {
    assertEquals("0.5000", Numbers.share(0.5));
    assertEquals("−0.0148", Numbers.share(-0.01483));
    assertEquals("93.3\u00a0%", Numbers.percent(14 / 15.0));
    assertEquals("–", Numbers.percent(Double.NaN));
  }

  @Test
  void aHistogramCountsBothEnds() {
    Histogram histogram = Histogram.of(new double[] {0, 1, 4, 5, 9, 10}, 0, 10, 2);
    assertEquals(List.of(3, 3), histogram.counts());
    assertEquals(5, histogram.from(1));
    assertEquals(7.5, histogram.middle(1));
  }

  @Test
  void aHistogramOfOneValueHasOneRange() {
    assertEquals(List.of(3), Histogram.of(new double[] {2, 2, 2}, 2, 2, 10).counts());
  }

  @Test
  void aHistogramOfTheLargestNumbersIsCountedToo() {
    double[] values = {-Double.MAX_VALUE, 0, Double.MAX_VALUE};
    assertEquals(
        List.of(1, 2), Histogram.of(values, -Double.MAX_VALUE, Double.MAX_VALUE, 2).counts());
  }

  @Test
  void longListsAreThinnedAtEqualDistances() {
    List<Integer> numbers = IntStream.range(0, 101).boxed().toList();
    assertEquals(List.of(0, 25, 50, 75, 100), Thinned.of(numbers, 5));
    assertSame(numbers, Thinned.of(numbers, 101));
  }

  @Test
  void longTextsAreShortenedBetweenCharacters() {
    assertEquals("short", Words.shortened("short"));
    assertEquals("😀".repeat(23) + "…", Words.shortened("😀".repeat(30)));
  }
}

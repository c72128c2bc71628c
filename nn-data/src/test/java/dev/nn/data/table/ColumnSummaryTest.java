package dev.nn.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ColumnSummaryTest {

  @Test
  void numbersAreCountedInTenPartsOfTheirRange() {
    ColumnSummary summary =
        ColumnSummary.of(NumberColumn.of("x", 0, 0.5, 1, 9.5, 10, Double.NaN, 10, 5));
    assertEquals(1, summary.missing());
    assertEquals(6, summary.distinct());
    assertEquals("0 to 10", summary.values());
    assertEquals(List.of(2, 1, 0, 0, 0, 1, 0, 0, 0, 3), summary.histogram());
    assertEquals("▅▃   ▃   █", summary.bars());
  }

  @Test
  void aConstantIsOneBar() {
    ColumnSummary summary = ColumnSummary.of(NumberColumn.of("x", 7, 7, 7));
    assertEquals("7", summary.values());
    assertEquals("█", summary.bars().strip());
    assertEquals(3, summary.histogram().get(0));
  }

  @Test
  void numbersThatAreHardToDivideHaveTheirPlaceToo() {
    ColumnSummary huge =
        ColumnSummary.of(NumberColumn.of("x", -Double.MAX_VALUE, 0, Double.MAX_VALUE));
    assertEquals(3, huge.histogram().stream().mapToInt(count -> count).sum());
    assertEquals(1, huge.histogram().get(0));
    assertEquals(1, huge.histogram().get(9));
    ColumnSummary tiny = ColumnSummary.of(NumberColumn.of("x", 0, Double.MIN_VALUE));
    assertEquals(2, tiny.histogram().stream().mapToInt(count -> count).sum());
  }

  @Test
  void fourDigitsAreShownOfFractionsAndAllOfWholeNumbers() {
    assertEquals(
        "0.1235 to 1234567", ColumnSummary.of(NumberColumn.of("x", 0.123456, 1234567)).values());
  }

  @Test
  void theMostCommonTextsAreNamed() {
    ColumnSummary summary =
        ColumnSummary.of(TextColumn.of("x", List.of("b", "a", "b", "c", "b", "a", "d", "")));
    assertEquals("\"b\" (3), \"a\" (2), \"c\" (1) and 1 more", summary.values());
    assertEquals(List.of(3, 2, 1, 1), summary.histogram());
  }

  @Test
  void datesAreSummedUpFromFirstToLast() {
    long[] millis =
        LongStream.of(20, 10, 15)
            .map(day -> LocalDate.of(2026, 1, (int) day).toEpochDay() * 86_400_000)
            .toArray();
    ColumnSummary summary = ColumnSummary.of(DateColumn.of("day", millis));
    assertEquals("2026-01-10 to 2026-01-20", summary.values());
    assertEquals(List.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 1), summary.histogram());
  }

  @Test
  void aColumnWithoutCellsHasNoRange() {
    ColumnSummary summary = ColumnSummary.of(NumberColumn.of("x", Double.NaN));
    assertEquals(1, summary.missing());
    assertEquals("", summary.values());
    assertEquals("", summary.bars());
  }
}

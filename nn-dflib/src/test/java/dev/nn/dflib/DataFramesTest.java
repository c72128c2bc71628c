package dev.nn.dflib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.DataException;
import dev.nn.data.table.Column;
import dev.nn.data.table.DateColumn;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import dev.nn.data.table.TextColumn;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dflib.DataFrame;
import org.dflib.Series;
import org.junit.jupiter.api.Test;

class DataFramesTest {

  private static List<String> texts(Column column) {
    return IntStream.range(0, column.rows()).mapToObj(column::text).toList();
  }

  private static Column column(Series<?> series) {
    return DataFrames.table(DataFrame.byColumn("c").of(series)).column("c");
  }

  private static void assertColumn(String kind, List<String> texts, Series<?> series) {
    Column column = column(series);
    assertEquals(kind, column.kind());
    assertEquals(texts, texts(column));
  }

  @Test
  void numbersOfEveryTypeBecomeNumbers() {
    List<String> texts = List.of("3", "-7");
    assertColumn("numbers", texts, Series.ofInt(3, -7));
    assertColumn("numbers", texts, Series.ofLong(3, -7));
    assertColumn("numbers", texts, Series.ofFloat(3, -7));
    assertColumn("numbers", texts, Series.ofDouble(3, -7));
    assertColumn("numbers", texts, Series.of((short) 3, (byte) -7));
    assertColumn("numbers", List.of("0.1", "2"), Series.of(new BigDecimal("0.10"), 2L));
  }

  @Test
  void wholeNumbersThatADoubleDoesNotHoldBecomeTexts() {
    assertColumn("texts", List.of("9007199254740993", "1"), Series.ofLong((1L << 53) + 1, 1));
  }

  @Test
  void booleansEnumsAndTextsBecomeTexts() {
    assertColumn("texts", List.of("true", "false"), Series.ofBool(true, false));
    assertColumn(
        "texts", List.of("FRIDAY", "MONDAY"), Series.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY));
    assertColumn("texts", List.of("5.1", "x"), Series.of("5.1", "x"));
  }

  @Test
  void datesBecomeDates() {
    LocalDate day = LocalDate.of(2024, 2, 29);
    assertColumn("dates", List.of("2024-02-29T00:00"), Series.of(day));
    assertColumn("dates", List.of("2024-02-29T06:30"), Series.of(day.atTime(6, 30)));
  }

  @Test
  void nullNanAndEmptyTextsAreMissingCells() {
    assertColumn("numbers", List.of("1", "", "2"), Series.of(1, null, 2));
    assertColumn("numbers", List.of("1.5", ""), Series.ofDouble(1.5, Double.NaN));
    assertColumn("texts", List.of("", "", "x"), Series.of(null, "", "x"));
    assertColumn("texts", List.of("true", ""), Series.of(true, null));
    assertColumn(
        "dates", List.of("", "2024-02-29T00:00"), Series.of(null, LocalDate.of(2024, 2, 29)));
    assertColumn("numbers", List.of("", ""), Series.of(null, null));
  }

  /** DFLib says of what a join leaves empty that it is of type int, and still hands out null. */
  @Test
  void whatAJoinLeavesEmptyIsAMissingCell() {
    DataFrame orders = DataFrame.byColumn("id", "sum").of(Series.ofInt(1, 2), Series.ofInt(5, 6));
    DataFrame refunds = DataFrame.byColumn("id", "back").of(Series.ofInt(2), Series.ofInt(4));
    DataFrame joined = orders.leftJoin(refunds).on("id").select();
    assertEquals(int.class, joined.getColumn("back").getNominalType());
    assertEquals(List.of("", "4"), texts(DataFrames.table(joined).column("back")));
  }

  @Test
  void rowsAndColumnsAreThoseThatTheFrameHasAtLast() {
    DataFrame frame =
        DataFrame.byColumn("a", "b", "c")
            .of(Series.ofInt(1, 2, 3), Series.of("x", "y", "z"), Series.ofInt(7, 8, 9))
            .rows(2, 0)
            .select()
            .cols("c", "b")
            .select();
    Table table = DataFrames.table(frame.as("orders"));
    assertEquals(List.of("c", "b"), table.names());
    assertEquals(List.of("9", "7"), texts(table.column("c")));
    assertEquals(List.of("z", "x"), texts(table.column("b")));
    assertEquals("orders", table.source());
  }

  @Test
  void aTableStaysWhatItIsWhenTheArrayOfItsFrameChanges() {
    double[] numbers = {1, 2};
    Column column = column(Series.ofDouble(numbers));
    numbers[0] = 5;
    assertEquals(List.of("1", "2"), texts(column));
  }

  @Test
  void aFrameWithoutRowsIsATableWithoutRows() {
    Table table = DataFrames.table(DataFrame.empty("a", "b"));
    assertEquals(List.of("a", "b"), table.names());
    assertEquals(0, table.rows());
    assertEquals(0, DataFrames.of(table).height());
  }

  @Test
  void aTableComesBackTheSame() {
    Table table =
        Table.of(
            NumberColumn.of("n", 1, Double.NaN, 2.5),
            NumberColumn.of("whole", 1, 2, 3),
            TextColumn.of("t", List.of("x", "", "y z")),
            DateColumn.of("day", 0, DateColumn.MISSING, 86_400_000),
            DateColumn.of("moment", 1, DateColumn.MISSING, -1));
    Table back = DataFrames.table(DataFrames.of(table));
    assertEquals(table.names(), back.names());
    for (Column column : table.columns()) {
      assertEquals(column.kind(), back.column(column.name()).kind());
      assertEquals(texts(column), texts(back.column(column.name())));
    }
  }

  @Test
  void columnsOfATableBecomeSeriesThatDflibCanCompute() {
    DataFrame frame =
        DataFrames.of(
            Table.of(
                NumberColumn.of("whole", 1, 2),
                NumberColumn.of("gap", 1, Double.NaN),
                TextColumn.of("t", List.of("", "x")),
                DateColumn.of("day", 0, DateColumn.MISSING),
                DateColumn.of("moment", 0, 3_600_000)));
    assertEquals(double.class, frame.getColumn("whole").getNominalType());
    assertEquals(List.of(1.0, 2.0), frame.getColumn("whole").toList());
    assertEquals(Arrays.asList(1.0, null), frame.getColumn("gap").toList());
    assertEquals(Arrays.asList(null, "x"), frame.getColumn("t").toList());
    LocalDate first = LocalDate.of(1970, 1, 1);
    assertEquals(Arrays.asList(first, null), frame.getColumn("day").toList());
    List<LocalDateTime> moments = List.of(first.atStartOfDay(), first.atTime(1, 0));
    assertEquals(moments, frame.getColumn("moment").toList());
  }

  @Test
  void whatIsNoTableIsRefused() {
    Series<?> two = Series.ofInt(1, 2);
    assertRefused(
        "data frame: two columns are named \"a\"", DataFrame.byColumn("a", "a").of(two, two));
    assertRefused(
        "data frame: column 2 has no name; give each column one, with DataFrame.byColumn(…)",
        DataFrame.byColumn("a", null).of(two, two));
    assertRefused(
        "data frame: column \"b\" has 1 rows, but column \"a\" has 2",
        DataFrame.byColumn("a", "b").of(two, Series.ofInt(1)));
    assertRefused(
        "row 2, column \"c\": \"x\" is one of the texts, but the rows before hold numbers",
        DataFrame.byColumn("c").of(Series.of(1, "x")));
    assertRefused(
        "row 1, column \"c\": a java.time.LocalTime is neither a number, a text nor a date",
        DataFrame.byColumn("c").of(Series.of(LocalTime.NOON)));
    assertRefused(
        "row 1, column \"c\": \"Infinity\" is no finite number of double precision",
        DataFrame.byColumn("c").of(Series.ofDouble(Double.POSITIVE_INFINITY)));
  }

  private static void assertRefused(String message, DataFrame frame) {
    assertEquals(
        message, assertThrows(DataException.class, () -> DataFrames.table(frame)).getMessage());
  }
}

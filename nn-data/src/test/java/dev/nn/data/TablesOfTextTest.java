package dev.nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.data.table.DateColumn;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import dev.nn.data.table.TextColumn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesOfTextTest {

  private static DataFile file(String text) {
    return DataFile.of("t", text.getBytes(StandardCharsets.UTF_8));
  }

  private static double[] numbers(Table table, String column) {
    return assertInstanceOf(NumberColumn.class, table.column(column)).values();
  }

  private static List<String> texts(Table table, String column) {
    return IntStream.range(0, table.rows()).mapToObj(table.column(column)::text).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x,kind\n1,a\n2.5,b\n",
        "x;kind\r\n1;a\r\n2.5;b\r\n",
        "x\tkind\n1\ta\n2.5\tb",
        "x|kind\n1|a\n2.5|b\n",
        "x   kind\n 1 \t a\n2.5  b  \n",
        "\uFEFF\"x\",\"kind\"\n\"1\", \"a\" \n 2.5 ,b\n",
        "# a comment\nx,kind,\n1,a,\n\n2.5,b,\n   \n",
        "x,kind\n1,a,\n2.5,b,\n",
      })
  void oneTableIsWrittenInManyWays(String text) throws IOException {
    Table table = file(text).read();

    assertEquals(List.of("x", "kind"), table.names());
    assertArrayEquals(new double[] {1, 2.5}, numbers(table, "x"));
    assertEquals(List.of("a", "b"), texts(table, "kind"));
  }

  @Test
  void whatWasFoundIsSaid() throws IOException {
    assertEquals(
        List.of("CSV", "line 1 names the columns; cells parted by semicolons"),
        file("x;y\n1;2\n").read().notes());
    assertEquals(
        List.of(
            "CSV",
            "no header: line 2 is the first row, the columns are named by their place; cells parted"
                + " by commas"),
        file("\n5,1,a\n6,2,b\n").read().notes());
  }

  @Test
  void rowOfTextsIsHeaderIfItsTextsOccurOnceAndOthersAgain() throws IOException {
    assertEquals(List.of("size", "kind"), file("size,kind\nbig,a\nsmall,a\n").read().names());
    assertEquals(List.of("column1", "column2"), file("big,a\nbig,b\nsmall,a\n").read().names());
  }

  @Test
  void headerCanBeSaid() throws IOException {
    assertEquals(List.of("1", "2"), file("1,2\n3,4\n").header(true).read().names());
    assertEquals(2, file("a,b\n1,2\n").header(false).read().rows());
  }

  @Test
  void decimalCommaIsReadWhenAsked() throws IOException {
    Table table = file("x;y\n1,5;2,5\n-1;1,5e3\n").decimalComma().read();

    assertArrayEquals(new double[] {1.5, -1}, numbers(table, "x"));
    assertArrayEquals(new double[] {2.5, 1500}, numbers(table, "y"));
  }

  @Test
  void missingCellsHaveSeveralSpellings() throws IOException {
    Table table = file("x,k\n1,a\n?,NA\n,\nNaN,null\n2,b\n").read();

    assertArrayEquals(new double[] {1, Double.NaN, Double.NaN, Double.NaN, 2}, numbers(table, "x"));
    assertEquals(List.of("a", "", "", "", "b"), texts(table, "k"));
    assertEquals(List.of("a", "NA"), texts(file("x,k\n1,a\n2,NA\n").missing("?").read(), "k"));
  }

  @Test
  void numbersThatDoubleWouldChangeStayTexts() throws IOException {
    Table table =
        file("a,b,c,d\n007,9007199254740993,1e400,1e-400\n7,9007199254740992,2e400,0\n").read();

    assertEquals(List.of("007", "7"), texts(table, "a"));
    assertEquals(List.of("9007199254740993", "9007199254740992"), texts(table, "b"));
    assertEquals(List.of("1e400", "2e400"), texts(table, "c"));
    assertEquals(List.of("1e-400", "0"), texts(table, "d"));
  }

  @Test
  void columnBecomesTextsWhereALaterCellDoesNotFitAndANoteNamesIt() throws IOException {
    StringBuilder text = new StringBuilder("x,y\n");
    IntStream.range(0, 1000).forEach(i -> text.append(i).append(".50,1\n"));
    text.append("abc,2\ndef,3\n");

    Table table = file(text.toString()).read();

    assertEquals("0.50", table.column("x").text(0));
    assertEquals("abc", table.column("x").text(1000));
    assertEquals(3, numbers(table, "y")[1001]);
    assertEquals(
        "column \"x\" is read as texts: \"abc\" in line 1002 is no number, nor are 1 others",
        table.notes().get(2));
  }

  @Test
  void datesAreFoundInTheFormsThatMeanOneDayEverywhere() throws IOException {
    Table table =
        file("d,e\n2024-02-29,31.12.1999\n2024-02-29T10:30:05Z,01.03.2000 06:07\n").read();
    DateColumn first = assertInstanceOf(DateColumn.class, table.column("d"));
    DateColumn second = assertInstanceOf(DateColumn.class, table.column("e"));

    assertEquals(LocalDateTime.of(2024, 2, 29, 0, 0), first.date(0));
    assertEquals(LocalDateTime.of(2024, 2, 29, 10, 30, 5), first.date(1));
    assertEquals(LocalDateTime.of(1999, 12, 31, 0, 0), second.date(0));
    assertEquals(LocalDateTime.of(2000, 3, 1, 6, 7), second.date(1));
    assertInstanceOf(
        TextColumn.class, file("d,e\n03/04/2024,1\n2024-02-30,2\n").read().column("d"));
  }

  @Test
  void columnCanBeDeclaredTexts() throws IOException {
    assertEquals(
        List.of("1.0", "1.00"), texts(file("x,zip\n1,1.0\n2,1.00\n").texts("zip").read(), "zip"));
  }

  @Test
  void arffKeepsDeclaredTypes() throws IOException {
    String text =
        "% c\n@RELATION 'my table'\n\n@attribute x numeric\n@attribute 'the kind' {a, 'b c'}\n"
            + "@attribute d date yyyy-MM-dd\n@attribute s string\n@data\n"
            + "1.5, a, 2024-01-02, \"it's\"\n?,'b c',?,?\n2\ta\t2024-01-03\tz % c\n";

    Table table = file(text).read();

    assertEquals(List.of("x", "the kind", "d", "s"), table.names());
    assertArrayEquals(new double[] {1.5, Double.NaN, 2}, numbers(table, "x"));
    assertEquals(List.of("a", "b c", "a"), texts(table, "the kind"));
    assertEquals("2024-01-02T00:00", table.column("d").text(0));
    assertEquals(List.of("it's", "", "z"), texts(table, "s"));
  }

  @Test
  void sparseArffLeavesOutZeroAndTheFirstValue() throws IOException {
    String text =
        "@relation r\n@attribute x real\n@attribute k {no,yes}\n@attribute y integer\n@data\n"
            + "{0 2.5, 2 7}\n{1 yes}\n{}\n";

    Table table = file(text).read();

    assertArrayEquals(new double[] {2.5, 0, 0}, numbers(table, "x"));
    assertEquals(List.of("no", "yes", "no"), texts(table, "k"));
    assertArrayEquals(new double[] {7, 0, 0}, numbers(table, "y"));
  }

  @Test
  void libsvmCountsFromOneUnlessZeroOccursOrIsSaid() throws IOException {
    String text = "+1 1:0.5 3:2 # c\n-1 2:4\n";
    Table one = file(text).read();
    Table zero = file("1 0:3 2:1\n2 1:5\n").read();

    assertEquals(List.of("1", "2", "3", "label"), one.names());
    assertArrayEquals(new double[] {0.5, 0}, numbers(one, "1"));
    assertArrayEquals(new double[] {1, -1}, numbers(one, "label"));
    assertTrue(one.notes().get(1).contains("taken to count from 1"), one.notes().toString());
    assertEquals(List.of("0", "1", "2", "label"), zero.names());
    assertEquals(5, file(text).zeroBased(true).read().names().size());
  }

  @Test
  void aNumberCanStandForAMissingCell() throws IOException {
    String text = "x,d,kind\n1,2024-01-01,a\n-999,2024-01-02,b\n3,-999,a\n-999.0,2024-01-04,-999\n";
    Table table = file(text).missing("-999").read();
    assertArrayEquals(new double[] {1, Double.NaN, 3, Double.NaN}, numbers(table, "x"));
    assertTrue(table.column("d").isMissing(2));
    assertTrue(table.column("kind").isMissing(3));
    Table comma = file("x;k\n1,5;a\n-9,9;b\n").missing("-9,9").decimalComma().read();
    assertArrayEquals(new double[] {1.5, Double.NaN}, numbers(comma, "x"));
  }

  @Test
  void arffWithAByteOrderMarkIsArff() throws IOException {
    String text = "@relation r\n@attribute x real\n@attribute k {a,b}\n@data\n1,a\n2,b\n";
    assertEquals(List.of("x", "k"), file("\uFEFF" + text).read().names());
    byte[] wide = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE);
    assertArrayEquals(new double[] {1, 2}, numbers(DataFile.of("t", wide).read(), "x"));
  }

  @Test
  void arffInAnotherEncodingIsRefusedWithTheLine() {
    String text =
        "@relation caf\u00e9\n% caf\u00e9\n@attribute x real\n@attribute k string\n@data\n1,a % caf\u00e9\n2,caf\u00e8\n";
    DataFile file = DataFile.of("t.arff", text.getBytes(StandardCharsets.ISO_8859_1));
    DataException e = assertThrows(DataException.class, file::read);
    assertTrue(e.getMessage().startsWith("t.arff, line 7: \"caf\uFFFD\" is not UTF-8 text; save"));
  }

  @Test
  void whatOnlyCsvFilesHaveIsRefusedForOthers() throws IOException {
    DataFile arff = file("@relation r\n@attribute x real\n@attribute k {a,b}\n@data\n1,a\n-9,b\n");
    for (DataFile told : List.of(arff.missing("-9"), arff.separator(';'), arff.header(true))) {
      DataException e = assertThrows(DataException.class, told::read);
      assertTrue(e.getMessage().startsWith("t is no CSV file but ARFF, for which "));
      assertThrows(DataException.class, told::blocks);
    }
    DataFile sparse = file("1 1:2.5\n0 2:4\n");
    assertThrows(DataException.class, () -> sparse.separator(' ').read());
    assertEquals(2, sparse.separator(':').header(false).read().names().size());
  }
}

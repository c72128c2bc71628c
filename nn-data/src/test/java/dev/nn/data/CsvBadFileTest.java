package dev.nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.nn.api.DataException;
import dev.nn.data.read.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvBadFileTest {
  private static final Csv HEADER = Csv.withHeader();
  private static final Csv PLAIN = Csv.withoutHeader();

  private static final String ADVICE =
      "; words, dates and missing cells become features with Schema.infer(DataFile.read(file))";

  private static String fault(Csv csv, byte[] content) {
    return assertThrows(DataException.class, () -> csv.read(Source.of("t.csv", content)))
        .getMessage();
  }

  private static String fault(Csv csv, String text) {
    return fault(csv, text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?",
        "NA",
        "n/a",
        "null",
        "NaN",
        "nan",
        "-nan",
        "Infinity",
        "inf",
        "-Infinity",
        "+inf",
        "∞",
        "abc",
        "1,5",
        "1 000",
        "1_000",
        "1'000",
        "0x10",
        "0x1p3",
        "1f",
        "2.5d",
        "1L",
        "1e",
        "e5",
        "-",
        "+",
        ".",
        "--1",
        "1-2",
        "1.2.3",
        "1e5.5",
        "5%",
        "$5",
        "true",
        "１２",
        "½",
        "1..2",
        "#",
        "2024-01-01",
        "1\"2"
      })
  void textInPlaceOfFeatureIsShownWithItsPlace(String text) {
    String cell = '"' + text.replace("\"", "\"\"") + '"';
    String expected =
        "\""
            + text
            + "\" is not a number such as -1.5 or 2e-3"
            + (text.equals("1,5")
                ? "; if the comma is a decimal mark, say decimalComma()"
                : ADVICE);

    assertEquals(
        "t.csv, line 3, column 2 (\"width\"): " + expected,
        fault(HEADER, "height,width,kind\n1,2,a\n1," + cell + ",b\n"));
    assertEquals("t.csv, line 2, column 1: " + expected, fault(PLAIN, "1,2,a\n" + cell + ",2,b\n"));
    assertEquals(
        "t.csv, line 2, column 2: " + expected, fault(PLAIN.real(), "1,2\n1," + cell + "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "-1e999", "3.5e38", "1e39", "-9e99999999999"})
  void numbersThatNoFloatHoldsAreRefused(String text) {
    assertEquals(
        "t.csv, line 2, column 1: \"" + text + "\" is outside the range of float, ±3.4e38",
        fault(PLAIN, "1,2,a\n" + text + ",2,b\n"));
  }

  static Stream<Arguments> badFiles() {
    String empty = "\"\" is empty, but a number is needed" + ADVICE;
    String tabs = "; if runs of tabs and blanks part the cells, use separator(' ')";
    return Stream.of(
        arguments(PLAIN, "", "t.csv: no examples; the file is empty"),
        arguments(PLAIN, "\n\r\n\n", "t.csv: no examples; the file is empty"),
        arguments(HEADER, "\uFEFF", "t.csv: no examples; the file is empty"),
        arguments(HEADER, "a,b,c\n", "t.csv: no examples after the header"),
        arguments(PLAIN, "1,2,a\n1,,b\n", "t.csv, line 2, column 2: " + empty),
        arguments(PLAIN, "1,2,a\n,2,b\n", "t.csv, line 2, column 1: " + empty),
        arguments(PLAIN, "1,2,a\n1,  ,b\n", "t.csv, line 2, column 2: " + empty),
        arguments(PLAIN, "1,2,a\n1,\"\",b\n", "t.csv, line 2, column 2: " + empty),
        arguments(HEADER, "x,,c\n1,,b\n", "t.csv, line 2, column 2: " + empty),
        arguments(
            PLAIN,
            "1,2,a\n1,2,\n",
            "t.csv, line 2, column 3: \"\" is empty, but a class is needed"),
        arguments(PLAIN.real(), "1,2,3\n1,2,\n", "t.csv, line 2, column 3: " + empty),
        arguments(PLAIN, "1,2,a\n1,2\n", "t.csv, line 2: 2 cells, but line 1 has 3"),
        arguments(PLAIN, "1,2,a\n1,2,3,b\n", "t.csv, line 2: 4 cells, but line 1 has 3"),
        arguments(PLAIN, "\n\n1,2,a\n1,2,a,\n", "t.csv, line 4: 4 cells, but line 3 has 3"),
        arguments(PLAIN, "1,2,a\n1\n1,2,b\n", "t.csv, line 2: 1 cell, but line 1 has 3"),
        arguments(HEADER, "x,y\n1,2,a\n", "t.csv, line 2: 3 cells, but the header has 2"),
        arguments(HEADER, "x,y,z,c\n1,2,a\n", "t.csv, line 2: 3 cells, but the header has 4"),
        arguments(
            PLAIN,
            "1;2;a\n1;2;b\n",
            "t.csv, line 1: one column only, \"1;2;a\", but a feature and a target are needed;"
                + " is \",\" the separator?"),
        arguments(
            PLAIN,
            "x,y,c\n1,2,a\n",
            "t.csv, line 1, column 1: \"x\" is not a number; if this line names the columns, use"
                + " Csv.withHeader()"),
        // Numbers in the first line show that it names nothing.
        arguments(
            PLAIN,
            "x,2,a\n1,2,a\n",
            "t.csv, line 1, column 1: \"x\" is not a number such as -1.5 or 2e-3" + ADVICE),
        arguments(
            PLAIN.separator('\t'),
            "1\t\t2\ta\n",
            "t.csv, line 1, column 2: \"\" is empty, but a number is needed" + tabs),
        arguments(
            PLAIN.separator('\t'),
            "1\t2\ta\n1\t\t2\ta\n",
            "t.csv, line 2: 4 cells, but line 1 has 3" + tabs),
        arguments(
            PLAIN,
            "1,2,a\n1,\"2,b\n1,2,c\n",
            "t.csv: Unclosed quoted field at end of input (record starting at line 2)"),
        arguments(
            PLAIN,
            "1,2,a\n1,\"2\"2,b\n",
            "t.csv: Unexpected character after closing quote: '2' (0x32) (record starting at line"
                + " 2)"),
        arguments(
            PLAIN,
            "1,2,\"a\nb\"\n1,x,c\n",
            "t.csv, line 3, column 2: \"x\" is not a number such as -1.5 or 2e-3" + ADVICE),
        arguments(
            PLAIN,
            "1,2,a\r\n1,x,c\r\n",
            "t.csv, line 2, column 2: \"x\" is not a number such as -1.5 or 2e-3" + ADVICE),
        arguments(
            PLAIN,
            "1,2,a\r1,x,c\r",
            "t.csv, line 2, column 2: \"x\" is not a number such as -1.5 or 2e-3" + ADVICE),
        arguments(
            PLAIN,
            "1,2,a\n1,\"x\ty\u0000\u00a0\u200bz\",c\n",
            "t.csv, line 2, column 2: \"x\\u0009y\\u0000\\u00a0\\u200bz\" is not a number such as"
                + " -1.5 or 2e-3"
                + ADVICE),
        arguments(
            PLAIN,
            "1,2,a\n1,\uFEFF2,c\n",
            "t.csv, line 2, column 2: \"\\ufeff2\" is not a number such as -1.5 or 2e-3" + ADVICE),
        arguments(
            PLAIN,
            "1,a\n2,a\n",
            "t.csv: the target column has the one class \"a\" only; where others may follow, name"
                + " all with classes(…)"),
        arguments(
            PLAIN,
            "1,1\n2,2\n3,1.0\n",
            "t.csv, line 3, column 2: \"1.0\" is the same number as the class \"1\"; write one"
                + " number in one way, or name all classes with classes(…), which compares texts"),
        arguments(
            PLAIN.classes(List.of("a", "b")),
            "1,a\n2,c\n",
            "t.csv, line 2, column 2: \"c\" is not a class; the classes are a, b"),
        arguments(
            PLAIN.binary(),
            "1,0\n2,2\n",
            "t.csv, line 2, column 2: \"2\" is neither 0 nor 1; other texts are named with"
                + " binary(no, yes)"),
        arguments(
            PLAIN.binary(),
            "1,0\n2,0.5\n",
            "t.csv, line 2, column 2: \"0.5\" is neither 0 nor 1; other texts are named with"
                + " binary(no, yes)"),
        arguments(
            PLAIN.binary("R", "M"),
            "1,R\n2,m\n",
            "t.csv, line 2, column 2: \"m\" is neither \"R\" nor \"M\""),
        arguments(
            PLAIN.target(3),
            "1,2,a\n",
            "t.csv, line 1: no target column 3; there are 3, 0 to 2 or -3 to -1"),
        arguments(
            PLAIN.target(-4),
            "1,2,a\n",
            "t.csv, line 1: no target column -4; there are 3, 0 to 2 or -3 to -1"),
        arguments(
            HEADER.target("kind"),
            "x,y,Kind\n1,2,a\n",
            "t.csv, line 1: no column is named \"kind\"; the names are \"x\", \"y\", \"Kind\"; rows"
                + " without a target are read with DataFile.read(file) and predicted by a TabularModel"),
        arguments(
            HEADER.target("x"),
            "x,x,c\n1,2,a\n",
            "t.csv, line 1: 2 columns are named \"x\"; the names are \"x\", \"x\", \"c\""));
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void badFileIsRefusedWithItsPlace(Csv csv, String text, String message) {
    assertEquals(message, fault(csv, text));
  }

  @Test
  void fileIsNamedAsItWasGiven(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("wine.csv"), "1,a\nx,b\n");

    assertEquals(
        file + ", line 2, column 1: \"x\" is not a number such as -1.5 or 2e-3" + ADVICE,
        assertThrows(DataException.class, () -> PLAIN.read(file)).getMessage());
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    String text = "1,ä\n2,b\n";

    assertEquals(
        "t.csv, line 1, column 2: \"�\" is not UTF-8 text; save the file as UTF-8 (in Excel: CSV UTF-8; elsewhere: iconv -f windows-1252 -t utf-8 OLD > NEW)",
        fault(PLAIN, text.getBytes(StandardCharsets.ISO_8859_1)));
    assertTrue(fault(PLAIN, text.getBytes(StandardCharsets.UTF_16LE)).startsWith("t.csv, line 1"));
  }
}

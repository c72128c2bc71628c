package dev.nn.data.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.data.DataFile;
import dev.nn.data.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Legal files that a reader could be too slow or too small for, and small ones that ask for much.
 */
class UnusualFilesTest {
  private static Table read(String text) throws IOException {
    return read(text, StandardCharsets.UTF_8);
  }

  private static Table read(String text, Charset charset) throws IOException {
    return DataFile.of("input", text.getBytes(charset)).read();
  }

  private static String refused(String text) {
    return assertThrows(DataException.class, () -> read(text)).getMessage();
  }

  private static String attributes(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "@attribute a" + i + " numeric\n")
        .collect(Collectors.joining("", "@relation x\n", "@data\n"));
  }

  @Test
  void emptyLinesInFrontTakeNoTime() throws IOException {
    assertEquals(List.of("a", "b"), read("\n".repeat(4000) + "a,b\n1,2\n").names());
    assertEquals(List.of("a", "b"), read(" \n\t\n".repeat(10_000) + "a,b\n1,2\n").names());
  }

  @Test
  void anArffFileMayBeginWithALongComment() throws IOException {
    String comment = "% what the columns are and where they come from\n".repeat(1000);
    assertEquals(
        List.of("a"), read(comment + "@RELATION x\n@attribute a numeric\n@data\n1\n").names());
  }

  @Test
  void aLibsvmFileMayHaveLongRowsAndSeveralLabels() throws IOException {
    String entries =
        IntStream.range(1, 20_000).mapToObj(i -> i + ":0.5").collect(Collectors.joining(" "));
    assertEquals(20_000, read("1 " + entries + "\n").columns().size());
    assertEquals("1,3", read("1,3 1:0.5 2:2\n2 1:1\n").column("label").text(0));
    assertEquals("1,3", read("1,3 qid:1 1:0.5\n2 qid:1 1:1\n").column("label").text(0));
    assertEquals(2, read("12,9 9:30\n13,8 9:45\n").columns().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void aByteOrderMarkSaysHowTextIsWritten(String charset) throws IOException {
    for (String separator : List.of(",", "\t", " ")) {
      Table table = read("\uFEFFä,b\n1,2\n3,4\n".replace(",", separator), Charset.forName(charset));
      assertEquals(List.of("ä", "b"), table.names(), separator);
      assertEquals("4", table.column("b").text(1), separator);
    }
  }

  @Test
  void linesMayEndWithACarriageReturnAlone() throws IOException {
    assertEquals(1, read("@relation x\r@attribute a numeric\r@data\r7\r").rows());
    assertEquals(2, read("1 1:2\r2 1:3\r").rows());
  }

  @Test
  void manyColumnsTakeNoTimeToBeToldApart() throws IOException {
    assertEquals(100_000, read(attributes(100_000) + "0,".repeat(99_999) + "0\n").columns().size());
    String numbers = "0.5,".repeat(99_999) + "1\n";
    assertEquals(100_000, read(numbers + numbers).columns().size());
  }

  @Test
  void fewLinesThatAskForMuchMemoryAreRefused() {
    String message = refused("1 1048576:1\n".repeat(5000));
    assertTrue(
        message.contains("5000 rows of 1048576 columns, with the cells that are left out"),
        message);
    assertTrue(message.contains("-Xmx"), message);
    message = refused(attributes(100_000) + "{}\n".repeat(100_000));
    assertTrue(message.contains("of 100000 columns, with the cells that are left out"), message);
  }

  @Test
  void aDateBeyondAllMillisecondsIsNone() {
    String message =
        refused("@relation x\n@attribute a date uuuuuuuuu-MM-dd\n@data\n999999999-12-31\n");
    assertTrue(message.contains("\"999999999-12-31\" is not a date"), message);
  }

  @Test
  void anNpyFileHasAByteOrder() {
    String header = "{'descr': 'Xf4', 'fortran_order': False, 'shape': (1,), }\n";
    byte[] file =
        ("\u0093NUMPY\u0001\u0000" + (char) header.length() + "\u0000" + header + "\0\0\0\0")
            .getBytes(StandardCharsets.ISO_8859_1);
    DataException e = assertThrows(DataException.class, () -> DataFile.of("input", file).read());
    assertEquals("input: elements of type 'Xf4'; numbers are needed", e.getMessage());
  }

  /** NumPy 2.4.6: savez(file, [1.5, -2, 3], weight=…, age=…), the last two of float32 and int16. */
  @Test
  void theNamedArraysOfNumpyComeFirst() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(UnusualFilesTest.class.getResourceAsStream("savez.npz"))) {
      Table table = DataFile.of("savez.npz", in.readAllBytes()).read();
      assertEquals(List.of("weight1", "weight2", "age", "arr_0"), table.names());
      List<List<String>> rows =
          IntStream.range(0, table.rows())
              .mapToObj(row -> table.columns().stream().map(column -> column.text(row)).toList())
              .toList();
      assertEquals(
          List.of(
              List.of("1", "2", "7", "1.5"),
              List.of("3", "4", "8", "-2"),
              List.of("5", "6", "9", "3")),
          rows);
    }
  }
}

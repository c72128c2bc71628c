package dev.nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.data.table.Column;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataFileTest {
  private static Table read(String text) throws IOException {
    return DataFile.of("data.csv", text.getBytes(StandardCharsets.UTF_8)).read();
  }

  private static List<String> cells(Table table, int row) {
    return table.columns().stream().map(column -> column.text(row)).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x,kind\n1.5,a\n-2,b\n",
        "x;kind\n1.5;a\n-2;b\n",
        "x\tkind\n1.5\ta\n-2\tb\n",
        "x|kind\n1.5|a\n-2|b\n",
        "\ufeffx,kind\r\n1.5,a\r\n-2,b",
        "\"x\",\"kind\"\n\"1.5\",\"a\"\n-2,b\n",
        "x,kind\n1.5,a\n-2,b\n\n",
        "x,kind,\n1.5,a,\n-2,b,\n",
      })
  void theDelimiterIsFoundOut(String text) throws IOException {
    Table table = read(text);
    assertEquals(List.of("x", "kind"), table.names());
    assertEquals(2, table.rows());
    assertEquals(List.of("1.5", "a"), cells(table, 0));
    assertEquals(List.of("-2", "b"), cells(table, 1));
    assertTrue(table.column("x") instanceof NumberColumn);
  }

  /** The housing and seeds files of the UCI repository are like this. */
  @Test
  void runsOfBlanksPartCells() throws IOException {
    Table table = read(" 0.00632  18.00   24.00\n 0.02731   0.00   21.60\n");
    assertEquals(3, table.columns().size());
    assertEquals(List.of("0.00632", "18", "24"), cells(table, 0));
  }

  @Test
  void withoutAHeaderTheFirstLineIsARow() throws IOException {
    Table table = read("5.1,3.5,setosa\n4.9,3.0,versicolor\n");
    assertEquals(2, table.rows());
    assertEquals(List.of("column1", "column2", "column3"), table.names());
    assertTrue(table.notes().toString().contains("no header"), () -> table.notes().toString());
  }

  @Test
  void missingCellsAreMissing() throws IOException {
    Table table = read("x,y\n1,?\n2,3\n,4\nNA,5\n");
    assertTrue(table.column("x") instanceof NumberColumn);
    assertTrue(table.column("y").isMissing(0));
    assertTrue(table.column("x").isMissing(2));
    assertTrue(table.column("x").isMissing(3));
    assertEquals(4, table.rows());
  }

  /** 2⁵³ is the last whole number that a double tells from its neighbours. */
  @Test
  void millisecondsSinceTheEpochStayApart() throws IOException {
    Table table = read("t,kind\n1700000000001,a\n1700000000999,b\n");
    NumberColumn t = (NumberColumn) table.column("t");
    assertEquals(998, t.value(1) - t.value(0));
  }

  @Test
  void aDecimalCommaIsReadWhenAsked() throws IOException {
    byte[] text = "x;y\n1,5;2,5\n".getBytes(StandardCharsets.UTF_8);
    Table table = DataFile.of("data.csv", text).decimalComma().read();
    assertEquals(List.of("1.5", "2.5"), cells(table, 0));
  }

  @Test
  void gzipIsUnpacked() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("x,y\n1,2\n".getBytes(StandardCharsets.UTF_8));
    }
    Table table = DataFile.of("data.csv.gz", bytes.toByteArray()).read();
    assertEquals(List.of("1", "2"), cells(table, 0));
  }

  @Test
  void aZipFileAndAWebPageAreNamed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("d.csv"));
      zip.write("x,c\n1,a\n".getBytes(StandardCharsets.UTF_8));
    }
    String zip =
        assertThrows(DataException.class, () -> DataFile.of("data.csv", bytes.toByteArray()).read())
            .getMessage();
    assertTrue(zip.contains("zip") && zip.contains("unpack"), zip);
    String page =
        assertThrows(
                DataException.class,
                () -> read("<!DOCTYPE html><html><body>not found</body></html>\n"))
            .getMessage();
    assertTrue(page.contains("web page"), page);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`x,y\n1,2\n3\n` | line 3",
        "`x,x\n1,2\n` | x",
      })
  void badTablesAreRefusedWithThePlace(String text, String part) {
    String message =
        assertThrows(DataException.class, () -> read(text.replace("\\n", "\n"))).getMessage();
    assertTrue(message.contains(part) && message.startsWith("data.csv"), message);
  }

  @Test
  void arffHasTypesAndNames() throws IOException {
    String text =
        """
        % a comment
        @relation weather
        @attribute outlook {sunny, rainy}
        @attribute 'temperature' numeric
        @data
        sunny, 85
        rainy, ?
        """;
    Table table = DataFile.of("weather.arff", text.getBytes(StandardCharsets.UTF_8)).read();
    assertEquals(List.of("outlook", "temperature"), table.names());
    assertEquals(List.of("sunny", "85"), cells(table, 0));
    assertTrue(table.column("temperature").isMissing(1));
  }

  /** A value that a sparse row leaves out is 0, and for words the first one declared. */
  @Test
  void sparseArffLeavesOutTheFirstValue() throws IOException {
    String text =
        """
        @relation r
        @attribute a numeric
        @attribute b {no, yes}
        @data
        {0 5}
        {1 yes}
        """;
    Table table = DataFile.of("sparse.arff", text.getBytes(StandardCharsets.UTF_8)).read();
    assertEquals(List.of("5", "no"), cells(table, 0));
    assertEquals(List.of("0", "yes"), cells(table, 1));
  }

  @Test
  void libsvmHasAnIndexBaseToChoose() throws IOException {
    byte[] text = "1 1:0.5 3:2\n-1 2:4 # comment\n".getBytes(StandardCharsets.UTF_8);
    Table fromOne = DataFile.of("data.libsvm", text).zeroBased(false).read();
    assertEquals(4, fromOne.columns().size());
    Table fromZero = DataFile.of("data.libsvm", text).zeroBased(true).read();
    assertEquals(5, fromZero.columns().size());
  }

  @Test
  void npyFilesAreRead() throws IOException {
    String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }";
    byte[] text =
        (header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer file = ByteBuffer.allocate(10 + text.length + 32).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 0x93)
        .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
        .put((byte) 1)
        .put((byte) 0);
    file.putShort((short) text.length).put(text);
    for (double value : new double[] {1, 2, 3, 4.5}) {
      file.putDouble(value);
    }
    Table table = DataFile.of("data.npy", file.array()).read();
    assertEquals(List.of("1", "2"), cells(table, 0));
    assertEquals(List.of("3", "4.5"), cells(table, 1));
  }

  @ParameterizedTest
  @CsvSource({"jdbc:duckdb:, .duckdb", "jdbc:sqlite:, .sqlite"})
  void databasesAnswerQueries(String url, String ending, @TempDir Path folder) throws SQLException {
    String where = url + folder.resolve("data" + ending);
    try (Connection connection = DriverManager.getConnection(where);
        Statement statement = connection.createStatement()) {
      statement.execute("create table t (x double, kind varchar(10), n integer)");
      statement.execute("insert into t values (1.5, 'a', 7), (null, 'b', 8)");
    }
    Table table = Database.query(where, "select x, kind, n from t order by n");
    assertEquals(List.of("x", "kind", "n"), table.names());
    assertEquals(List.of("1.5", "a", "7"), cells(table, 0));
    assertTrue(table.column("x").isMissing(1));
    assertTrue(table.column("n") instanceof NumberColumn);
  }

  @Test
  void aDatabaseWithoutADriverIsNamed() {
    String message =
        assertThrows(DataException.class, () -> Database.query("jdbc:nosuch:x", "select 1"))
            .getMessage();
    assertTrue(message.contains("jdbc:nosuch:x"), message);
  }

  @Test
  void rowsOfJavaBecomeATable() {
    Table maps = Table.of(List.of(Map.of("x", 1, "kind", "a"), Map.of("x", 2.5, "kind", "b")));
    Column x = maps.column("x");
    assertTrue(x instanceof NumberColumn);
    assertEquals("2.5", x.text(1));
  }

  @Test
  void aFileIsReadByItsContent(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("whatever"), "x,y\n1,2\n");
    assertEquals(List.of("x", "y"), DataFile.read(file).names());
  }
}

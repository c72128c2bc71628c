package dev.nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.data.table.Table;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @TempDir private Path folder;

  private String filled(String kind) throws Exception {
    String url = "jdbc:" + kind + ":" + folder.resolve("shop." + kind);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("create table sales (price double, sold date, kind varchar, many bigint)");
      statement.execute("insert into sales values (1.5, '2024-02-29', 'a', 7)");
      statement.execute("insert into sales values (null, null, null, null)");
      statement.execute("insert into sales values (-2, '2024-03-01', 'b', 8)");
    }
    return url;
  }

  @Test
  void duckDbAnswersAQuery() throws Exception {
    Table table = Database.query(filled("duckdb"), "select * from sales");

    assertEquals(List.of("price", "sold", "kind", "many"), table.names());
    assertEquals(
        List.of("numbers", "dates", "texts", "numbers"),
        table.columns().stream().map(column -> column.kind()).toList());
    assertEquals("1.5", table.column("price").text(0));
    assertTrue(table.column("price").isMissing(1));
    assertEquals("2024-02-29T00:00", table.column("sold").text(0));
    assertEquals("b", table.column("kind").text(2));
    assertEquals(List.of("JDBC, DuckDB"), table.notes());
  }

  @Test
  void duckDbReadsParquetAndJson() throws Exception {
    String url = filled("duckdb");
    Path parquet = folder.resolve("sales.parquet");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("copy sales to '" + parquet + "' (format parquet)");
    }

    Table table = Database.query("jdbc:duckdb:", "select price from '" + parquet + "'");

    assertEquals(3, table.rows());
    assertEquals("-2", table.column("price").text(2));

    Path json = folder.resolve("sales.json");
    Files.writeString(json, "{\"price\": 1.5, \"kind\": \"a\"}\n{\"kind\": \"b\"}\n");
    Table lines = Database.query("jdbc:duckdb:", "select * from '" + json + "'");

    assertEquals(List.of("price", "kind"), lines.names());
    assertEquals("1.5", lines.column("price").text(0));
    assertTrue(lines.column("price").isMissing(1));
    assertEquals("b", lines.column("kind").text(1));
  }

  @Test
  void sqliteAnswersAQuery() throws Exception {
    Table table = Database.query(filled("sqlite"), "select price, kind, many from sales");

    assertEquals(3, table.rows());
    assertEquals("-2", table.column("price").text(2));
    assertEquals("a", table.column("kind").text(0));
    assertTrue(table.column("many").isMissing(1));
  }

  @Test
  void refusedQueryIsADataException() throws Exception {
    String url = filled("sqlite");

    assertTrue(fault(url, "select nothing from sales").startsWith(url + ": "));
    assertEquals(
        "query \"select * from sales where many > 99\": no rows",
        fault(url, "select * from sales where many > 99"));
  }

  @Test
  void unknownUrlNamesTheDriversFound() {
    assertEquals(
        "jdbc:oracle:thin: no JDBC driver takes this URL; put the jar of one, such as"
            + " org.xerial:sqlite-jdbc for SQLite, on the class path, or name it with --plugins"
            + " FILE.jar. Found: org.duckdb.DuckDBDriver, org.sqlite.JDBC",
        fault("jdbc:oracle:thin;password=secret", "select 1")
            .replace(
                "org.sqlite.JDBC, org.duckdb.DuckDBDriver",
                "org.duckdb.DuckDBDriver, org.sqlite.JDBC"));
  }

  @Test
  void badDriverDoesNotHideTheOthers() throws Exception {
    Path services = Files.createDirectories(folder.resolve("jar/META-INF/services"));
    Files.writeString(services.resolve("java.sql.Driver"), "acme.Missing\n");
    String url = filled("sqlite");
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.resolve("jar").toUri().toURL()}, getClass().getClassLoader())) {
      assertEquals(3, Database.query(url, "select * from sales", loader).rows());
    }
  }

  private static String fault(String url, String sql) {
    return assertThrows(DataException.class, () -> Database.query(url, sql)).getMessage();
  }
}

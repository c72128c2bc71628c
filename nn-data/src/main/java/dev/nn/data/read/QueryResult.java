package dev.nn.data.read;

import dev.nn.api.DataException;
import dev.nn.data.table.Column;
import dev.nn.data.table.JavaCells;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Quoted;
import dev.nn.data.table.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the answer to a query. */
public final class QueryResult {
  private static final int FETCHED_AT_ONCE = 1000;

  private QueryResult() {}

  /**
   * Asks a query and reads the whole answer.
   *
   * @throws DataException if the answer has no rows or a cell that no table holds
   */
  public static Table table(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCHED_AT_ONCE);
      try (ResultSet rows = statement.executeQuery(sql)) {
        ResultSetMetaData header = rows.getMetaData();
        List<List<@Nullable Object>> cells = new ArrayList<>();
        for (int i = 0; i < header.getColumnCount(); i++) {
          cells.add(new ArrayList<>());
        }
        while (rows.next()) {
          for (int i = 0; i < cells.size(); i++) {
            cells.get(i).add(cell(rows.getObject(i + 1)));
          }
        }
        if (cells.isEmpty() || cells.get(0).isEmpty()) {
          throw new DataException("query %s: no rows".formatted(Quoted.text(sql)));
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
          columns.add(column(header.getColumnLabel(i + 1), cells.get(i)));
        }
        return Table.of(
            "query " + Quoted.text(sql),
            columns,
            List.of("JDBC, " + connection.getMetaData().getDatabaseProductName()));
      }
    }
  }

  private static Column column(String name, List<@Nullable Object> cells) {
    boolean allMissing = cells.stream().allMatch(cell -> cell == null);
    return allMissing
        ? NumberColumn.view(name, cells.size(), row -> Double.NaN)
        : JavaCells.column(name, cells);
  }

  /**
   * NaN and an empty text of a database are missing cells; what else has no kind here is a text.
   */
  private static @Nullable Object cell(@Nullable Object value) {
    if (value instanceof UUID || value instanceof Time) {
      return value.toString();
    }
    return value instanceof Double number && number.isNaN() ? null : value;
  }
}

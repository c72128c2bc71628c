package dev.nn.spark.table;

import dev.nn.data.table.Column;
import dev.nn.data.table.DateColumn;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import dev.nn.data.table.TextColumn;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;

/** A table in memory on its way to the executors, as nothing but arrays. */
public final class SentTable implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String[] names;
  private final Serializable[] cells;

  private SentTable(Table table) {
    List<Column> columns = table.columns();
    names = table.names().toArray(String[]::new);
    cells = new Serializable[names.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cells(columns.get(i));
    }
  }

  /**
   * All rows of a table, which come to the driver, in an order that depends on what they hold
   * alone.
   *
   * @param roles of its columns; what is ignored may hold anything
   */
  public static SentTable of(Dataset<?> table, String roles) {
    return new SentTable(SchemaSample.inOrder(table, roles));
  }

  private static Serializable cells(Column column) {
    IntStream rows = IntStream.range(0, column.rows());
    if (column instanceof NumberColumn numbers) {
      return rows.mapToDouble(numbers::value).toArray();
    }
    return column instanceof DateColumn dates
        ? rows.mapToLong(dates::millis).toArray()
        : rows.mapToObj(column::text).toArray(String[]::new);
  }

  /** The table. */
  public Table table() {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      columns.add(column(names[i], cells[i]));
    }
    return Table.of(columns.toArray(Column[]::new));
  }

  private static Column column(String name, Serializable cells) {
    if (cells instanceof double[] numbers) {
      return NumberColumn.of(name, numbers);
    }
    return cells instanceof long[] dates
        ? DateColumn.of(name, dates)
        : TextColumn.of(name, Arrays.asList((String[]) cells));
  }
}

package dev.nn.examples.terminal;

import com.github.freva.asciitable.Column;
import dev.nn.core.metric.ConfusionMatrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows how often each class was taken for each other one. Dots stand for zeros, so that the
 * mistakes are easy to see.
 */
public final class ConfusionTable {
  private ConfusionTable() {}

  /** Returns the table: a row for each class, and a column for what it was taken for. */
  public static String of(ConfusionMatrix matrix) {
    List<Column> columns = new ArrayList<>();
    columns.add(Tables.right(""));
    List<List<String>> rows = new ArrayList<>();
    for (int actual = 0; actual < matrix.classes(); actual++) {
      columns.add(Tables.right(String.valueOf(actual)));
      List<String> row = new ArrayList<>();
      row.add(String.valueOf(actual));
      for (int read = 0; read < matrix.classes(); read++) {
        int count = matrix.count(actual, read);
        row.add(count == 0 ? "·" : String.valueOf(count));
      }
      rows.add(row);
    }
    return Tables.of(columns, rows);
  }
}

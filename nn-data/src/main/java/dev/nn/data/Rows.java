package dev.nn.data;

import dev.nn.api.DataException;
import dev.nn.data.schema.FittedSchema;
import dev.nn.data.table.Column;
import dev.nn.data.table.JavaCells;
import dev.nn.data.table.Quoted;
import dev.nn.data.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Makes a table of one row that comes from Java. */
final class Rows {
  private Rows() {}

  /** Returns a table with the row, whose cells are empty where a value is {@code null}. */
  static Table table(Map<String, ?> row, FittedSchema schema) {
    checkNames(row, schema);
    List<Column> columns = new ArrayList<>();
    for (String name : schema.columns()) {
      columns.add(JavaCells.column(name, Collections.singletonList(row.get(name))));
    }
    return Table.of("row", columns, List.of());
  }

  private static void checkNames(Map<String, ?> row, FittedSchema schema) {
    List<String> unknown =
        row.keySet().stream()
            .filter(
                name ->
                    !schema.columns().contains(name)
                        && !schema.targetColumns().contains(name)
                        && !schema.ignoredColumns().contains(name))
            .toList();
    if (!unknown.isEmpty()) {
      throw new DataException(
          "row: the model knows no column %s; its columns are %s"
              .formatted(Quoted.list(unknown), Quoted.list(schema.columns())));
    }
    List<String> absent = schema.columns().stream().filter(name -> !row.containsKey(name)).toList();
    if (!absent.isEmpty()) {
      throw new DataException(
          "row: nothing is given for %s; what is not known is given as null (in a HashMap, since"
                  .formatted(Quoted.list(absent))
              + " Map.of takes none)");
    }
  }
}

package dev.nn.spark.table;

import dev.nn.api.DataException;
import dev.nn.data.table.Column;
import dev.nn.data.table.JavaCells;
import dev.nn.data.table.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * Some columns of a table whose cells a schema can read. Numbers of any kind are numbers, texts and
 * booleans texts, dates and moments dates; a moment becomes a date and a time of day in the time
 * zone of the session, so that no machine's own time zone matters.
 */
public final class CellColumns implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String[] names;
  private final JavaCells.Kind[] kinds;

  private CellColumns(List<String> names, List<DataType> types) {
    this.names = names.toArray(String[]::new);
    this.kinds = new JavaCells.Kind[this.names.length];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = kind(this.names[i], types.get(i));
    }
  }

  /**
   * All columns of a table.
   *
   * @param ignored columns that nobody looks at, which may hold anything
   * @throws DataException if another column holds what is neither number, text nor date
   */
  static CellColumns all(StructType schema, Set<String> ignored) {
    List<String> names = new ArrayList<>();
    List<DataType> types = new ArrayList<>();
    for (StructField field : schema.fields()) {
      names.add(field.name());
      types.add(ignored.contains(field.name()) ? DataTypes.NullType : field.dataType());
    }
    return new CellColumns(names, types);
  }

  /**
   * These columns of a table.
   *
   * @throws DataException if there is none of a name, or one holds what is neither number, text nor
   *     date
   */
  static CellColumns of(StructType schema, List<String> names) {
    List<String> known = List.of(schema.fieldNames());
    List<DataType> types = new ArrayList<>();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new DataException(
            "the table has no column \"%s\", from which the schema has learnt; its columns are %s"
                .formatted(name, String.join(", ", known)));
      }
      types.add(schema.apply(name).dataType());
    }
    return new CellColumns(names, types);
  }

  private static JavaCells.Kind kind(String name, DataType type) {
    if (type instanceof NumericType) {
      return JavaCells.Kind.NUMBER;
    } else if (type instanceof StringType || type instanceof BooleanType) {
      return JavaCells.Kind.TEXT;
    } else if (type instanceof DateType
        || type instanceof TimestampType
        || type instanceof TimestampNTZType) {
      return JavaCells.Kind.DATE;
    } else if (type.equals(DataTypes.NullType)) {
      return JavaCells.Kind.NONE;
    }
    throw new DataException(
        "column %s is of type %s, but a schema reads numbers, texts and dates: make columns of these, or leave it out by setColumns(\"%s=ignore\")"
            .formatted(name, type.catalogString(), name));
  }

  List<String> names() {
    return List.of(names);
  }

  /** These columns as {@link #block} takes their cells. */
  org.apache.spark.sql.Column[] of(Dataset<?> table) {
    org.apache.spark.sql.Column[] columns = new org.apache.spark.sql.Column[names.length];
    for (int i = 0; i < names.length; i++) {
      org.apache.spark.sql.Column column = table.col("`" + names[i].replace("`", "``") + "`");
      columns[i] =
          kinds[i] == JavaCells.Kind.NONE
              ? functions.lit(null).cast(DataTypes.StringType).as(names[i])
              : kinds[i] == JavaCells.Kind.DATE
                  ? column.cast(DataTypes.TimestampNTZType).as(names[i])
                  : column;
    }
    return columns;
  }

  /**
   * Some rows of these columns.
   *
   * @param source where they come from, for messages
   */
  Table block(String source, List<Row> rows) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      List<@Nullable Object> cells = new ArrayList<>(rows.size());
      for (Row row : rows) {
        cells.add(row.get(i));
      }
      // A block may have whole numbers that are too large for a double, and then holds texts.
      JavaCells.Kind kind = JavaCells.kind(names[i], cells, kinds[i], 0);
      columns.add(JavaCells.column(names[i], cells, kind));
    }
    return Table.of(source, columns, List.of());
  }
}

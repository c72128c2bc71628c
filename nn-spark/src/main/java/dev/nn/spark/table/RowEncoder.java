package dev.nn.spark.table;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Targets;
import dev.nn.data.schema.FittedSchema;
import dev.nn.data.table.Column;
import dev.nn.data.table.Table;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Makes features and labels of rows by a schema, on the executors. */
public final class RowEncoder implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The column in which cells are on their way. */
  private static final String CELLS = "nn_cells";

  private final String text;
  private final CellColumns features;
  private final @Nullable CellColumns targets;
  private transient @Nullable FittedSchema fitted;

  /**
   * @param schema of the rows; features come from the columns that the schema names
   * @param withLabels whether labels are wanted too
   * @throws DataException if a column is missing, or cannot be read
   */
  public RowEncoder(FittedSchema schema, StructType columns, boolean withLabels) {
    this.text = schema.text();
    this.fitted = schema;
    this.features = CellColumns.of(columns, schema.columns());
    this.targets = withLabels ? CellColumns.of(columns, schema.targetColumns()) : null;
  }

  boolean hasLabels() {
    return targets != null;
  }

  /** A table with another column, of the cells that are needed and the file of each row. */
  public Dataset<Row> cells(Dataset<?> table) {
    org.apache.spark.sql.Column[] parts = {
      functions.struct(features.of(table)).as("features"),
      targets == null
          ? functions.lit("").as("targets")
          : functions.struct(targets.of(table)).as("targets"),
      functions.input_file_name().as("file")
    };
    return table.toDF().withColumn(CELLS, functions.struct(parts));
  }

  /**
   * The rows of a partition, with features and perhaps labels in the place of the cells, which are
   * the last column.
   */
  public Iterator<Row> encode(Iterator<Row> rows, int partition) {
    return new EncodedRows(this, rows, partition);
  }

  /** Features of rows, which are as {@link #cells} has them. */
  Vector[] features(List<Row> rows) {
    float[][] numbers =
        schema().features(features.block("", rows.stream().map(row -> row.getStruct(0)).toList()));
    return Arrays.stream(numbers).map(RowEncoder::vector).toArray(Vector[]::new);
  }

  private static Vector vector(float[] numbers) {
    double[] wide = new double[numbers.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = numbers[i];
    }
    return Vectors.dense(wide);
  }

  /** Labels of rows: none where a target is missing. */
  @Nullable Object[] labels(List<Row> rows) {
    CellColumns cells = targets;
    if (cells == null) {
      return new Object[0];
    }
    Table all = cells.block("", rows.stream().map(row -> row.getStruct(1)).toList());
    @Nullable Object[] labels = new Object[all.rows()];
    int[] known = IntStream.range(0, all.rows()).filter(row -> isKnown(all, row)).toArray();
    float[][] found = schema().targets(all.select(known));
    for (int i = 0; i < known.length; i++) {
      labels[known[i]] = label(found[i]);
    }
    return labels;
  }

  private static boolean isKnown(Table table, int row) {
    return table.columns().stream().noneMatch((Column column) -> column.isMissing(row));
  }

  private Object label(float[] target) {
    if (schema().targets() instanceof Targets.Classes) {
      double index = 0;
      while (target[(int) index] != 1) {
        index++;
      }
      return index;
    }
    return target.length == 1 ? (Object) (double) target[0] : vector(target);
  }

  private synchronized FittedSchema schema() {
    FittedSchema read = fitted;
    if (read == null) {
      read = FittedSchema.parse(text);
      fitted = read;
    }
    return read;
  }
}

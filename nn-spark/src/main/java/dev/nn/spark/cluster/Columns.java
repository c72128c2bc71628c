package dev.nn.spark.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The columns of a table that a training reads.
 *
 * @param features numbers of an example, as a vector or an array
 * @param label what is to be predicted
 * @param weight how much a row counts; empty if all count the same
 * @param key what tells a row from all others; empty to take the row's content
 */
public record Columns(String features, String label, String weight, String key)
    implements Serializable {

  /** These columns in a fixed order, and last the file that a row comes from, if it does. */
  public Dataset<Row> of(Dataset<?> table) {
    List<Column> columns = new ArrayList<>();
    for (String name : names()) {
      columns.add(table.col(name));
    }
    columns.add(functions.input_file_name());
    return table.select(columns.toArray(Column[]::new));
  }

  /** Those that there are. */
  private List<String> names() {
    List<String> names = new ArrayList<>(List.of(features, label));
    if (hasWeight()) {
      names.add(weight);
    }
    if (hasKey()) {
      names.add(key);
    }
    return names;
  }

  boolean hasWeight() {
    return !weight.isEmpty();
  }

  boolean hasKey() {
    return !key.isEmpty();
  }

  /** Where the weight is in a row of {@link #of}. */
  int weightAt() {
    return 2;
  }

  /** Where the key is in a row of {@link #of}. */
  int keyAt() {
    return hasWeight() ? 3 : 2;
  }

  /** Where the file is in a row of {@link #of}. */
  int fileAt() {
    return names().size();
  }
}

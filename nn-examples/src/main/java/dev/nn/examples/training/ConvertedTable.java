package dev.nn.examples.training;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import dev.nn.data.MappedTable;
import dev.nn.data.Split;
import dev.nn.data.schema.FittedSchema;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A table that {@code nn convert} has written, divided into rows to learn from and rows to judge
 * by. None of them is in memory.
 *
 * @param schema what the conversion learnt of the columns
 * @param train the rows to learn from
 * @param test the rows to judge by
 */
record ConvertedTable(FittedSchema schema, Dataset train, Dataset test) {
  /** Whether a file is one by its name; opening it tells whether it really is. */
  static boolean isNamed(String data) {
    return data.endsWith(".safetensors");
  }

  /** Takes a share of the rows, of each class its part, to judge by. */
  static ConvertedTable divided(MappedTable table, double testShare, long seed) {
    Split split = Split.stratified(table.dataset(), 1 - testShare, seed);
    return new ConvertedTable(table.schema(), split.train(), split.test());
  }

  /**
   * Judges by the rows of another file.
   *
   * @throws DataException if that was not converted with the same schema
   */
  static ConvertedTable of(Path data, MappedTable table, Path testData) throws IOException {
    MappedTable test = MappedTable.open(testData);
    if (!test.schema().text().equals(table.schema().text())) {
      throw new DataException(
          "%s was converted with another schema than %s: convert it with --schema-of %s"
              .formatted(testData, data, data));
    }
    return new ConvertedTable(table.schema(), table.dataset(), test.dataset());
  }
}

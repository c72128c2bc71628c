package dev.nn.data;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;

/**
 * A table in two parts, one to learn from and one to judge by. A schema has to be fitted to the
 * first part alone, or the judge would know what it must not know.
 *
 * @param train the part with the given fraction of the rows
 * @param test the rest
 */
public record TableSplit(Table train, Table test) {

  /**
   * Splits so that every class has its share of both parts, as {@link Split#stratified} does; rows
   * with numbers for targets are split without regard to them.
   *
   * @param schema says which column is the target
   * @param fraction share of {@code train}, above 0 and below 1
   * @throws IllegalArgumentException if the fraction is out of range
   * @throws DataException if a part would have no row, or a row cannot be used
   */
  public static TableSplit of(Table table, Schema schema, double fraction, long seed) {
    Dataset data = schema.fit(table).dataset(table);
    Split.Chosen rows = Split.chosen(data, fraction, seed);
    return new TableSplit(table.select(rows.train()), table.select(rows.test()));
  }
}

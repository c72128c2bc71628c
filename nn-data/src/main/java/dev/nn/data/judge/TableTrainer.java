package dev.nn.data.judge;

import dev.nn.data.TabularModel;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;

/** Makes a model of some rows; {@code TabularModel::train} is one. */
@FunctionalInterface
public interface TableTrainer {

  /**
   * Trains a model.
   *
   * @param train the rows to learn from, to which the schema has to be fitted
   * @param schema what each column is for
   */
  TabularModel train(Table train, Schema schema);
}

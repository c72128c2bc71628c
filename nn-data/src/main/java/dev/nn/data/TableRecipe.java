package dev.nn.data;

import java.util.List;

/**
 * How a model of a table is trained where nothing else is asked for: {@link
 * TabularModel#train(dev.nn.data.table.Table, dev.nn.data.schema.Schema)} and the command {@code nn
 * train} do it like this. It was chosen on eight public tables of 150 to 1,400 rows, beside the
 * defaults of another library; the guide to tables shows the figures.
 */
public final class TableRecipe {
  /** The hidden layers. The output layer follows from the target. */
  public static final List<String> HIDDEN_LAYERS =
      List.of("dense(units=64, activation=relu)", "dense(units=32, activation=relu)");

  /** The optimizer. */
  public static final String OPTIMIZER = "adam(learning_rate=0.001)";

  /** How many rows are in one step. */
  public static final int BATCH_SIZE = 32;

  /** How often at least the training goes through all rows. */
  public static final int LEAST_EPOCHS = 50;

  private static final int LEAST_STEPS = 500;

  private TableRecipe() {}

  /**
   * Returns how often to go through the rows: {@value #LEAST_EPOCHS} times, or more often where so
   * few rows would make less than 500 steps, too few to learn much.
   *
   * @param rows to learn from
   * @param batchSize how many of them are in one step
   */
  public static int epochs(int rows, int batchSize) {
    int batch = Math.max(1, batchSize);
    int steps = Math.max(1, (int) (((long) rows + batch - 1) / batch));
    return Math.max(LEAST_EPOCHS, (LEAST_STEPS + steps - 1) / steps);
  }
}

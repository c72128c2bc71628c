package dev.nn.data;

import dev.nn.core.TrainerBuilder;
import dev.nn.core.training.EarlyStopping;
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

  /**
   * From how many rows on a tenth of them is kept aside, to end the training when the loss on these
   * has not improved for {@value #PATIENCE} epochs and to take the weights of the best epoch. Of
   * fewer rows none can be spared.
   */
  public static final int ROWS_WITH_VALIDATION = 2_000;

  /** The share of the rows that is kept aside then. */
  public static final double VALIDATION = 0.1;

  /** For how many epochs the loss on them may fail to improve. */
  public static final int PATIENCE = 10;

  private static final int LEAST_STEPS = 500;

  private TableRecipe() {}

  /**
   * Has a trainer keep rows aside and end early if there are enough of them.
   *
   * @param rows to learn from
   */
  public static TrainerBuilder stopping(TrainerBuilder trainer, int rows) {
    return rows < ROWS_WITH_VALIDATION
        ? trainer
        : trainer.validationSplit(VALIDATION).earlyStopping(new EarlyStopping(PATIENCE));
  }

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

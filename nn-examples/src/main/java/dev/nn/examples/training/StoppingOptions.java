package dev.nn.examples.training;

import dev.nn.core.TrainerBuilder;
import dev.nn.core.training.EarlyStopping;
import dev.nn.data.TableRecipe;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say when a training ends, and whose epoch's weights the model gets. */
final class StoppingOptions {
  /** Of the examples to learn from, where a command has none for validation. */
  private static final double VALIDATION = 0.1;

  /** Which weights the model gets. */
  enum Keep {
    best,
    last
  }

  @Option(
      names = "--patience",
      paramLabel = "N",
      description = {
        "End the training when the loss on examples for validation has not improved for N epochs."
      })
  private Optional<Integer> patience = Optional.empty();

  @Option(
      names = "--keep",
      paramLabel = "best|last",
      description = {
        "Take the weights of the epoch with the lowest loss on examples for validation, or those at"
            + " the end. Default: best with --patience, else last; of a table"
            + " with 2,000 rows to learn from or more, --patience 10 and best. Where a command has no examples for"
            + " validation, a tenth of those to learn from is kept aside."
      })
  private Optional<Keep> keep = Optional.empty();

  /** Of a table, how many rows there are to learn from; 0 where a command has no table. */
  private int tableRows;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /** Takes the recipe for tables of this many rows, unless the user says something else. */
  void tableOf(int rows) {
    tableRows = rows;
  }

  /**
   * Refuses options that need examples for validation, which this command has not.
   *
   * @throws ParameterException if there are any
   */
  void refuse(String why) {
    if (patience.isPresent() || keep.orElse(Keep.last) == Keep.best) {
      throw new ParameterException(
          command.commandLine(),
          (patience.isPresent() ? "--patience" : "--keep best") + " is of no use here: " + why);
    }
  }

  /** Whether the training may end before its last epoch. */
  boolean mayEndEarly() {
    return patience.isPresent()
        || (keep.isEmpty() && tableRows >= TableRecipe.ROWS_WITH_VALIDATION);
  }

  /**
   * Tells a trainer when to end.
   *
   * @param hasValidation whether the command has examples for validation
   * @throws ParameterException if the patience is below 1
   */
  void configure(TrainerBuilder trainer, boolean hasValidation) {
    if (patience.isEmpty() && keep.orElse(Keep.last) == Keep.last) {
      if (keep.isEmpty()) {
        TableRecipe.stopping(trainer, tableRows);
      }
      return;
    }
    if (patience.orElse(1) < 1) {
      throw new ParameterException(
          command.commandLine(), "--patience must be at least 1, got " + patience.orElseThrow());
    }
    EarlyStopping rule = patience.map(EarlyStopping::new).orElseGet(EarlyStopping::never);
    trainer.earlyStopping(keep.orElse(Keep.best) == Keep.last ? rule.keepingLast() : rule);
    if (!hasValidation) {
      trainer.validationSplit(VALIDATION);
    }
  }
}

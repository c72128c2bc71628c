package dev.nn.examples.training;

import dev.nn.core.TrainerBuilder;
import dev.nn.core.training.EarlyStopping;
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
            + " the end. Default: best with --patience, else last. Where a command has no examples for"
            + " validation, a tenth of those to learn from is kept aside."
      })
  private Optional<Keep> keep = Optional.empty();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /**
   * Tells a trainer when to end.
   *
   * @param hasValidation whether the command has examples for validation
   * @throws ParameterException if the patience is below 1
   */
  void configure(TrainerBuilder trainer, boolean hasValidation) {
    if (patience.isEmpty() && keep.orElse(Keep.last) == Keep.last) {
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

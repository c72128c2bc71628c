package dev.nn.examples.search;

import dev.nn.api.SpecException;
import dev.nn.search.SearchSpace;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say what to search. */
final class SpaceOptions {
  @Option(
      names = "--layers",
      paramLabel = "SPACE",
      defaultValue =
          "dense(units={16, 64, 256}, activation={relu, tanh}),"
              + " {none, dense(units={16, 64}, activation=relu)}",
      description = {
        "The layers but the last one, which follows from the column that is predicted. Default:",
        "${DEFAULT-VALUE}"
      })
  private String layers = "";

  @Option(
      names = "--optimizer",
      paramLabel = "SPACE",
      defaultValue = "adam(learning_rate=[3e-4..3e-2 log])",
      description = "The optimizer. Default: ${DEFAULT-VALUE}.")
  private String optimizer = "";

  @Option(
      names = "--batch",
      paramLabel = "SPACE",
      defaultValue = "32",
      description = "How many examples are in one training step. Default: ${DEFAULT-VALUE}.")
  private String batch = "";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /**
   * The space of the options.
   *
   * @throws ParameterException if one cannot be read
   */
  SearchSpace space() {
    return with(
        with(checked("--layers", () -> SearchSpace.of("layers", layers)), "optimizer", optimizer),
        "batch",
        batch);
  }

  private SearchSpace with(SearchSpace space, String name, String text) {
    return checked("--" + name, () -> space.and(name, text));
  }

  private SearchSpace checked(String option, Supplier<SearchSpace> space) {
    try {
      return space.get();
    } catch (SpecException e) {
      throw new ParameterException(command.commandLine(), option + ": " + e.getMessage(), e);
    }
  }
}

package dev.nn.examples.training;

import dev.nn.api.NnException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * What the user has typed, for those who hold options of a command.
 *
 * @param command the command they belong to
 */
record Given(CommandSpec command) {

  /** Whether an option stands on the command line, rather than having its default. */
  boolean has(String option) {
    return command.commandLine().getParseResult().hasMatchedOption(option);
  }

  /** Makes something of an option; what is wrong with it is told with the option's name. */
  <T> T checked(String option, Supplier<T> made) {
    try {
      return made.get();
    } catch (NnException e) {
      throw wrong(option + ": " + e.getMessage(), e);
    }
  }

  ParameterException wrong(String message) {
    return wrong(message, null);
  }

  ParameterException wrong(String message, @Nullable Throwable cause) {
    return new ParameterException(command.commandLine(), message, cause);
  }
}

package dev.nn.examples.report;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** The command as it was typed, so that it can be typed again. */
final class CommandText {
  private static final Pattern PLAIN = Pattern.compile("[\\w./:=,@%+-]+");

  private CommandText() {}

  /** The command with all its arguments, quoted for a POSIX shell. */
  static String of(CommandSpec command) {
    return "./nn "
        + command.root().commandLine().getParseResult().originalArgs().stream()
            .map(CommandText::quoted)
            .collect(Collectors.joining(" "));
  }

  /** An argument as it is, or in single quotes, within which a shell changes nothing. */
  static String quoted(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}

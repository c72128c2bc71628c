package dev.nn.examples.terminal;

import com.google.common.base.Throwables;
import dev.nn.api.NnException;
import dev.nn.api.Printable;
import dev.nn.core.message.NearestNames;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what went wrong. A user sees one message, and a stack trace only if asked for with {@code
 * --verbose} or if the failure is a fault of the program.
 */
public final class Failures {
  /** How the message of picocli's help command begins, for which there is no exception type. */
  private static final String NO_HELP = "Unknown subcommand";

  private Failures() {}

  /** Reports arguments that cannot be used, and returns the exit status 2. */
  public static int wrongUsage(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    String wantedHelp = problem.getValue();
    if (wantedHelp != null && String.valueOf(problem.getMessage()).startsWith(NO_HELP)) {
      return wrongUsage(
          new UnmatchedArgumentException(root(command), List.of(wantedHelp)), arguments);
    }
    PrintWriter err = command.getErr();
    err.println(prefix(command) + Terminal.printable(message(problem)));
    suggest(problem, err);
    String name = command.getCommandName();
    err.println(root(command) == command ? "See: nn help" : "See: nn help " + name);
    if (problem.getCause() != null && isVerbose(root(command).getParseResult())) {
      printTrace(problem.getCause(), err);
    }
    return ExitCode.USAGE;
  }

  /** Names the commands or the options that may have been meant by one that does not exist. */
  private static void suggest(ParameterException problem, PrintWriter err) {
    if (problem instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      CommandLine command = problem.getCommandLine();
      boolean isCommand = root(command) == command;
      Set<String> names =
          isCommand
              ? command.getSubcommands().keySet()
              : command.getCommandSpec().optionsMap().keySet();
      List<String> near = NearestNames.of(unmatched.getUnmatched().get(0), names);
      if (!near.isEmpty()) {
        String prefix = isCommand ? "nn " : "";
        err.println("Did you mean: " + prefix + String.join(" or " + prefix, near));
      }
    }
  }

  private static String message(ParameterException problem) {
    if (problem instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      CommandLine command = problem.getCommandLine();
      return (root(command) == command ? "no such command: " : "no such option or argument: ")
          + unmatched.getUnmatched().get(0);
    }
    return String.valueOf(problem.getMessage()).replaceFirst("^Error: ", "");
  }

  /** Reports an exception that a command has thrown, and returns the exit status 1. */
  public static int failed(Exception problem, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    boolean verbose = isVerbose(parsed);
    err.println(prefix(command) + Terminal.printable(message(problem)));
    if (verbose || !isExpected(problem)) {
      printTrace(problem, err);
    }
    return ExitCode.SOFTWARE;
  }

  /**
   * Prints a stack trace. Its messages may quote files, so what a terminal would act on is removed.
   */
  private static void printTrace(Throwable problem, PrintWriter err) {
    Throwables.getStackTraceAsString(problem)
        .lines()
        .map(Failures::printableBetweenTabs)
        .forEach(err::println);
  }

  private static String printableBetweenTabs(String line) {
    return Stream.of(line.split("\t", -1)).map(Printable::line).collect(Collectors.joining("\t"));
  }

  /** Whether {@code --verbose} was given to any command on the command line. */
  public static boolean isVerbose(@Nullable ParseResult parsed) {
    return parsed != null
        && (parsed.hasMatchedOption("--verbose") || isVerbose(parsed.subcommand()));
  }

  private static CommandLine root(CommandLine command) {
    return command.getParent() == null ? command : root(command.getParent());
  }

  private static String prefix(CommandLine command) {
    return command.getCommandSpec().qualifiedName() + ": ";
  }

  private static boolean isExpected(Exception problem) {
    return problem instanceof NnException
        || problem instanceof IOException
        || problem instanceof UncheckedIOException;
  }

  /** Returns the message of an exception. One that is only the name of a file gets words. */
  public static String message(Exception problem) {
    if (problem instanceof UncheckedIOException && problem.getCause() instanceof IOException io) {
      return message(io);
    }
    String message = String.valueOf(problem.getMessage());
    if (problem instanceof NoSuchFileException missing && missing.getReason() == null) {
      return "no such file: " + message;
    }
    if (problem instanceof NotDirectoryException || problem instanceof FileAlreadyExistsException) {
      return "not a folder: " + message;
    }
    if (problem instanceof AccessDeniedException) {
      return "no permission: " + message;
    }
    return isExpected(problem) ? message : "unexpected error, please report it: " + problem;
  }
}

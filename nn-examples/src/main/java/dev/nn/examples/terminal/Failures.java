package dev.nn.examples.terminal;

import dev.nn.api.NnException;
import dev.nn.api.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a user sees when something goes wrong: one message, and a stack trace only if asked for. */
public final class Failures {
  /** How picocli's command for help refuses, which has no type of its own for it. */
  private static final String NO_HELP = "Unknown subcommand";

  private Failures() {}

  /** Reports arguments that cannot be used; status 2. */
  public static int wrongUsage(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    String wantedHelp = problem.getValue();
    if (wantedHelp != null && String.valueOf(problem.getMessage()).startsWith(NO_HELP)) {
      return wrongUsage(
          new UnmatchedArgumentException(root(command), List.of(wantedHelp)), arguments);
    }
    PrintWriter err = command.getErr();
    err.println(prefix(command) + Terminal.printable(message(problem)));
    UnmatchedArgumentException.printSuggestions(problem, err);
    String name = command.getCommandName();
    err.println(root(command) == command ? "See: nn help" : "See: nn help " + name);
    if (problem.getCause() != null && isVerbose(root(command).getParseResult())) {
      printTrace(problem.getCause(), err);
    }
    return ExitCode.USAGE;
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

  /** Reports what a command has thrown; status 1. */
  public static int failed(Exception problem, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    boolean verbose = isVerbose(parsed);
    err.println(prefix(command) + Terminal.printable(message(problem)));
    if (verbose || !isExpected(problem)) {
      printTrace(problem, err);
    }
    return ExitCode.SOFTWARE;
  }

  /** Causes may quote what they could not read. */
  private static void printTrace(Throwable problem, PrintWriter err) {
    StringWriter trace = new StringWriter();
    problem.printStackTrace(new PrintWriter(trace, true));
    trace.toString().lines().map(Failures::printableBetweenTabs).forEach(err::println);
  }

  private static String printableBetweenTabs(String line) {
    return Stream.of(line.split("\t", -1)).map(Printable::line).collect(Collectors.joining("\t"));
  }

  /** Whether any command on the line was told to be verbose. */
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

  /** The message; exceptions that say no more than the name of a file get words. */
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

package dev.nn.examples;

import dev.nn.api.NnException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a user sees when something goes wrong: one message, and a stack trace only if asked for. */
final class Failures {
  private Failures() {}

  /** Reports arguments that cannot be used; status 2. */
  static int wrongUsage(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(prefix(command) + message(problem));
    UnmatchedArgumentException.printSuggestions(problem, err);
    String name = command.getCommandName();
    err.println(root(command) == command ? "See: nn help" : "See: nn help " + name);
    if (problem.getCause() != null && isVerbose(root(command).getParseResult())) {
      problem.getCause().printStackTrace(err);
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
  static int failed(Exception problem, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    boolean verbose = isVerbose(parsed);
    err.println(prefix(command) + message(problem));
    if (verbose || !isExpected(problem)) {
      problem.printStackTrace(err);
    }
    return ExitCode.SOFTWARE;
  }

  /** Whether any command on the line was told to be verbose. */
  static boolean isVerbose(@Nullable ParseResult parsed) {
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
  private static String message(Exception problem) {
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
      return "not allowed to read: " + message;
    }
    return isExpected(problem) ? message : "unexpected error, please report it: " + problem;
  }
}

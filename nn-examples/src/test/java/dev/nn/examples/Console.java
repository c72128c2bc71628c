package dev.nn.examples;

import dev.nn.examples.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Set;

/** Runs commands as the launcher does, in this process, and keeps what they print. */
public final class Console {
  private static final int COLUMNS = 80;

  /**
   * What a command has done.
   *
   * @param status its exit status
   * @param out what it printed to standard output
   * @param err what it printed to standard error
   */
  public record Run(int status, String out, String err) {
    public String lastLine() {
      return lines().get(lines().size() - 1);
    }

    public List<String> lines() {
      return out.lines().toList();
    }
  }

  private Console() {}

  /** Standard error is a file. */
  public static Run nn(String... arguments) {
    return run(false, COLUMNS, arguments);
  }

  /** Standard error is a terminal. */
  public static Run nnLive(String... arguments) {
    return run(true, COLUMNS, arguments);
  }

  /** Standard error is a file, and a line has so many characters. */
  public static Run nnWide(int columns, String... arguments) {
    return run(false, columns, arguments);
  }

  /** The names of the options that a command takes. */
  public static Set<String> optionsOf(String command) {
    Terminal nowhere =
        new Terminal(
            new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), false, 80);
    return NnCommand.commandLine(nowhere)
        .getSubcommands()
        .get(command)
        .getCommandSpec()
        .optionsMap()
        .keySet();
  }

  private static Run run(boolean live, int columns, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), live, columns);
    int status = NnCommand.commandLine(terminal).execute(arguments);
    return new Run(status, out.toString(), err.toString());
  }
}

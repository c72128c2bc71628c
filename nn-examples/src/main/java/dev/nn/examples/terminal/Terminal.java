package dev.nn.examples.terminal;

import dev.nn.api.Printable;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a command prints to.
 *
 * @param out receives results
 * @param err receives progress, warnings and errors
 * @param live whether {@code err} is a terminal, on which a line can be redrawn
 * @param columns how many characters fit in a line
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean live, int columns) {
  private static final int USUAL_COLUMNS = 80;
  private static final int MIN_COLUMNS = 40;

  /**
   * Makes a terminal as the launcher script describes it, since Java before 22 cannot tell whether
   * standard error is a terminal, and no Java knows how wide it is.
   */
  public static Terminal of(PrintStream out, PrintStream err) {
    return new Terminal(
        new PrintWriter(out, true, StandardCharsets.UTF_8),
        new PrintWriter(err, true, StandardCharsets.UTF_8),
        Boolean.getBoolean("nn.terminal"),
        columns(System.getenv()));
  }

  /**
   * Returns how many characters fit in a line: what {@code COLUMNS} says, but at least 40; 80 if it
   * says nothing useful.
   */
  public static int columns(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9][0-9]{0,4}")
        ? Math.max(MIN_COLUMNS, Integer.parseInt(columns))
        : USUAL_COLUMNS;
  }

  /** Hands on what was printed without a line break at its end, which is kept back until then. */
  public void flush() {
    out.flush();
    err.flush();
  }

  /** A terminal that shows nothing. */
  public Terminal silent() {
    return new Terminal(nowhere(), nowhere(), false, columns);
  }

  /** A terminal that shows progress, warnings and errors only. */
  public Terminal withoutResults() {
    return new Terminal(nowhere(), err, live, columns);
  }

  private static PrintWriter nowhere() {
    return new PrintWriter(Writer.nullWriter());
  }

  /** Removes from a text of several lines whatever a terminal would act on. */
  public static String printable(String text) {
    return text.lines().map(Printable::line).collect(Collectors.joining(System.lineSeparator()));
  }

  /** Prints a line of results. Numbers look the same in every locale. */
  public void printf(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }
}

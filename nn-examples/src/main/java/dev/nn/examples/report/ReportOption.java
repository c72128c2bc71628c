package dev.nn.examples.report;

import dev.nn.examples.terminal.OutputFile;
import dev.nn.examples.terminal.Terminal;
import dev.nn.report.Report;
import dev.nn.report.ReportBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that asks for a page on the model. */
public final class ReportOption {
  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = {
        "Write a page to look at: how good the model is, what it takes for what, and on which columns"
            + " it leans. It is one file, which asks for nothing over the network."
      })
  private Optional<Path> file = Optional.empty();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /** Whether a page is to be written. */
  public boolean isAskedFor() {
    return file.isPresent();
  }

  /**
   * Refuses a file that could not be written in the end. The name has to end in {@code .html}, so
   * that nobody loses a table or a model by a slip.
   *
   * @throws ParameterException if the file is refused
   */
  public void check() {
    if (file.isEmpty()) {
      return;
    }
    Path page = file.get();
    String name = page.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".html") && !name.endsWith(".htm")) {
      throw wrong(
          "%s: the page is HTML; let its name end in .html, such as %s.html".formatted(page, page));
    }
    OutputFile.check(command, "--report", page);
  }

  /**
   * Writes the page if it was asked for.
   *
   * @param title such as the name of the table
   * @param contents fills in everything but the command, and is not called without need
   * @throws IOException if the page cannot be written
   */
  public void write(String title, Consumer<ReportBuilder> contents, Terminal terminal)
      throws IOException {
    if (file.isPresent()) {
      ReportBuilder report = Report.titled(title).command(CommandText.of(command));
      contents.accept(report);
      report.build().write(file.get());
      terminal.printf("report written to %s", file.get());
    }
  }

  private ParameterException wrong(String problem) {
    return new ParameterException(command.commandLine(), "--report: " + problem);
  }
}

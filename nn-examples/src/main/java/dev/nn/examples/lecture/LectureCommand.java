package dev.nn.examples.lecture;

import com.github.freva.asciitable.Column;
import com.google.common.base.Strings;
import dev.nn.api.DataException;
import dev.nn.examples.terminal.OutputFile;
import dev.nn.examples.terminal.Tables;
import dev.nn.examples.terminal.Terminal;
import dev.nn.examples.terminal.TextBlocks;
import dev.nn.examples.terminal.WholeNumber;
import dev.nn.lecture.Lecture;
import dev.nn.lecture.Statement;
import dev.nn.lecture.picture.PictureFile;
import dev.nn.lecture.result.Check;
import dev.nn.lecture.result.Experiment;
import dev.nn.lecture.result.Figures;
import dev.nn.lecture.result.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what the lecture states, or runs the experiment that shows one of its statements. */
@Command(
    name = "lecture",
    description = {
      "List what a lecture on neural networks states, or run the experiment that shows it.",
      "The status is 1 if the figures do not bear the claim out."
    },
    sortOptions = false)
public final class LectureCommand implements Callable<Integer> {
  private static final int WORDS = 52;

  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "The experiment to run, or the number of a statement.")
  private Optional<String> wanted = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = WholeNumber.Seed.class,
      defaultValue = "1",
      description = "Decides everything that is random. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description =
          "Draw the figures into this file, .png or .svg. Without it they are drawn here.")
  private Optional<Path> picture = Optional.empty();

  @Spec private CommandSpec command = CommandSpec.create();

  /** Makes the command, which prints to a terminal. */
  public LectureCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (wanted.isEmpty() && picture.isPresent()) {
      throw new ParameterException(
          command.commandLine(), "--picture draws one experiment: say which, as in vanishing");
    }
    return wanted.isPresent() ? run(wanted.get()) : list();
  }

  private int list() {
    for (Statement statement : Lecture.statements()) {
      terminal.printf(
          "%2d  %s  %s",
          statement.number(),
          Strings.padEnd(statement.words(), WORDS, ' '),
          String.join(", ", statement.experiments()));
    }
    terminal.out().println();
    terminal
        .out()
        .println("Run one: nn lecture NAME. A number stands for the first name beside it.");
    terminal.out().println("A training step in these symbols: nn explain");
    return ExitCode.OK;
  }

  private int run(String name) throws IOException {
    Experiment experiment;
    try {
      experiment = Lecture.experiment(name);
      picture.ifPresent(PictureFile::check);
    } catch (DataException e) {
      throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
    }
    picture.ifPresent(file -> OutputFile.check(command, "--picture", file));
    wrapped("", "", experiment.name() + ": " + experiment.title());
    terminal.out().println();
    experiment.claim().forEach(claim -> wrapped("  ", "  ", claim));
    terminal.out().println();
    Finding finding = experiment.run(seed);
    finding.figures().forEach(this::print);
    if (picture.isPresent()) {
      PictureFile.write(finding.picture(), picture.get());
    } else {
      PanelDrawing.of(finding.picture(), terminal.columns()).forEach(terminal.out()::println);
    }
    for (Check check : finding.checks()) {
      wrapped(check.holds() ? "✓ " : "✗ ", "  ", check.words());
    }
    terminal.out().println();
    terminal
        .out()
        .println(
            finding.holds()
                ? "The claim holds, by these figures."
                : "The claim does not hold, by these figures.");
    picture.ifPresent(file -> terminal.out().println("Drawn into " + file));
    return finding.holds() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void wrapped(String first, String indent, String text) {
    List<String> lines = TextBlocks.wrap(text, terminal.columns() - indent.length());
    for (int i = 0; i < lines.size(); i++) {
      terminal.out().println((i == 0 ? first : indent) + lines.get(i));
    }
  }

  private void print(Figures figures) {
    wrapped("", "", figures.title());
    List<Column> columns = new ArrayList<>();
    for (String header : figures.headers()) {
      columns.add(columns.isEmpty() ? Tables.left(header) : Tables.right(header));
    }
    terminal.out().println(Tables.of(columns, figures.rows()));
    terminal.out().println();
  }
}

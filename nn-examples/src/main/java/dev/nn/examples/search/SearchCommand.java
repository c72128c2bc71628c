package dev.nn.examples.search;

import dev.nn.core.plugin.PluginRegistry;
import dev.nn.data.TableSplit;
import dev.nn.data.judge.Judgement;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import dev.nn.examples.tables.TableOptions;
import dev.nn.examples.tables.TestShareOption;
import dev.nn.examples.terminal.LastLines;
import dev.nn.examples.terminal.OutputFile;
import dev.nn.examples.terminal.OutputOptions;
import dev.nn.examples.terminal.Terminal;
import dev.nn.search.SearchResult;
import dev.nn.search.TableObjective;
import dev.nn.search.Trial;
import dev.nn.search.TrialResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches for the layers and the optimizer that do best on a table. */
@Command(
    name = "search",
    description = {
      "Search for the layers and the optimizer that do best on a table. Nothing but the file is"
          + " needed.",
      "What is to be found out stands in the specs as {16, 64} for one of several values, and as"
          + " [0.1..0.5] or [1e-4..1e-1 log] for a number between two. Trials are compared on a part"
          + " of the rows that they do not train on; the best is judged on rows that none has seen."
    },
    sortOptions = false)
public final class SearchCommand implements Callable<Integer> {
  /** The share of the rows left by the test that trials are trained on. */
  private static final double TRAIN = 0.8;

  @Parameters(paramLabel = "DATA", description = "A table: CSV, ARFF, LIBSVM, NumPy or IDX.")
  private String data = "";

  @Mixin private SpaceOptions space = new SpaceOptions();
  @Mixin private SearchOptions search = new SearchOptions();

  @Mixin private TestShareOption testShare = new TestShareOption();
  @Mixin private TableOptions table = new TableOptions();

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "Write the trials to a file of JSON lines, the best first.")
  private Optional<Path> log = Optional.empty();

  @Mixin private OutputOptions output = new OutputOptions();

  @Spec private CommandSpec command = CommandSpec.create();

  private final Terminal terminal;

  /** Makes the command, which prints to a terminal. */
  public SearchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Terminal chat = output.chat(terminal);
    Path[] inputs = table.data().source(data).stream().toArray(Path[]::new);
    search.check(inputs);
    log.ifPresent(file -> OutputFile.check(command, "--log", file, search.withJournal(inputs)));
    testShare.check();
    PluginRegistry registry = PluginRegistry.load();
    Table all = table.data().read(data, chat);
    Schema schema = table.schema(all);
    chat.out().println(schema);
    Table rows = TableOptions.labelled(all, schema.targetColumns(), chat);
    TableSplit test = TableSplit.of(rows, schema, 1 - testShare.of(rows.rows()), search.seed());
    TableSplit validation = TableSplit.of(test.train(), schema, TRAIN, search.seed());
    SearchResult result =
        search
            .over(space.space())
            .listener(trial -> chat.err().println(line(trial)))
            .over(TableObjective.of(registry, validation, schema));
    chat.out().println(Terminal.printable(result.toString()));
    if (log.isPresent()) {
      byte[] lines = result.jsonLines().getBytes(StandardCharsets.UTF_8);
      OutputFile.write(log.get(), out -> out.write(lines));
    }
    return report(result, TableObjective.of(registry, test, schema), chat);
  }

  private static String line(TrialResult trial) {
    String end =
        trial.score().isPresent()
            ? String.valueOf(trial.score().getAsDouble())
            : "failed: " + trial.failure().flatMap(reason -> reason.lines().findFirst()).orElse("");
    return Terminal.printable(
        "trial %s, epochs %s: %s".formatted(trial.number(), trial.epochs(), end));
  }

  /** The best settings are trained once more, on all rows but those of the test. */
  private int report(SearchResult result, TableObjective objective, Terminal chat) {
    TrialResult best = result.best();
    Judgement judgement =
        objective.judged(
            new Trial(
                best.number(),
                best.settings(),
                best.epochs(),
                search.seed(),
                Runtime.getRuntime().availableProcessors()));
    chat.out().println("To train the best again:");
    chat.out().println(TrainLine.of(command, data, objective, best, search.seed()));
    chat.out().println();
    output.print(
        new LastLines()
            .with("test " + judgement.measure(), judgement.value())
            .with("best " + judgement.measure(), best.score().orElseThrow())
            .with("baseline", judgement.baseline())
            .with("trial", String.valueOf(best.number())),
        terminal);
    return judgement.isBetterThanGuessing() ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}

package dev.nn.examples.training;

import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.data.TableSplit;
import dev.nn.data.TabularModel;
import dev.nn.data.judge.Judgement;
import dev.nn.data.schema.FittedSchema;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import dev.nn.examples.report.ReportOption;
import dev.nn.examples.tables.TableOptions;
import dev.nn.examples.terminal.LastLines;
import dev.nn.examples.terminal.NetworkTable;
import dev.nn.examples.terminal.Terminal;
import dev.nn.examples.terminal.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a model on a table, and says whether it is better than guessing. */
@Command(
    name = "train",
    description = {
      "Train a model on a table, and compare it with guessing on rows that it has not seen. Nothing"
          + " but the file is needed.",
      "Without --layers the output layer follows from the column that is predicted. The status is 1"
          + " if the model is no better than guessing."
    },
    sortOptions = false)
public final class TrainCommand implements Callable<Integer> {
  /** The defaults; the output layer follows from the column that is predicted. */
  public static final Recipe RECIPE =
      new Recipe(
          List.of("dense(units=64, activation=relu)", "dense(units=32, activation=relu)"),
          "adam(learning_rate=0.003)",
          100,
          32);

  @Parameters(paramLabel = "DATA", description = "A table: CSV, ARFF, LIBSVM, NumPy or IDX.")
  private String data = "";

  @Option(
      names = "--test",
      paramLabel = "SHARE",
      defaultValue = "0.2",
      description =
          "The share of the rows that is kept aside for the test. Default: ${DEFAULT-VALUE}.")
  private double testShare;

  @Option(
      names = "--test-data",
      paramLabel = "FILE",
      description = "A table with the rows for the test; all rows of DATA are learnt from then.")
  private Optional<Path> testData = Optional.empty();

  @Option(
      names = "--loss",
      paramLabel = "SPEC",
      description = "The loss. Default: the one that goes with the column that is predicted.")
  private Optional<String> loss = Optional.empty();

  @Mixin private TableOptions table = new TableOptions();
  @Mixin private TrainingOptions options = new TrainingOptions();
  @Mixin private ReportOption page = new ReportOption();

  private final Terminal terminal;

  /** Makes the command, which prints to a terminal. */
  public TrainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    page.check();
    Terminal chat = options.output().chat(terminal);
    PluginRegistry registry = PluginRegistry.load();
    Table rows = table.data().read(data, chat);
    Schema schema = table.schema(rows);
    chat.out().println(schema);
    TableSplit split = split(rows, schema, chat);
    FittedSchema fitted = schema.fit(split.train());
    Network network = options.network(registry, fitted.shape(), fitted.outputLayer());
    Trainer trainer =
        options.trainer(
            registry,
            loss.orElse(fitted.loss()),
            false,
            EpochProgress.brief(chat, options.epochs()));
    try (TrainingSession session =
            options.started(chat, registry, trainer, network, fitted.dataset(split.train()), null);
        Interruption interruption = Interruption.guarding(session, chat)) {
      chat.out().println(options.summary());
      chat.out().println();
      chat.out().println(NetworkTable.of(network, chat.columns()));
      chat.out().println();
      interruption.train();
      TabularModel model = TabularModel.of(fitted, session.model());
      options.files().save(model.withSchema(), chat);
      Judgement judgement = Judgement.of(model, split.train(), split.test(), options.seed());
      page.write(
          data,
          report ->
              report
                  .columns(schema, rows)
                  .judged(model, split, judgement)
                  .history(session.result().history())
                  .remarks(session.result().advice())
                  .seed(options.seed()),
          chat);
      return report(model, judgement, chat);
    }
  }

  private TableSplit split(Table rows, Schema schema, Terminal chat) throws IOException {
    return testData.isPresent()
        ? TableSplit.given(rows, table.data().readFile(testData.get(), chat))
        : TableSplit.of(rows, schema, 1 - testShare, options.seed());
  }

  private int report(TabularModel model, Judgement judgement, Terminal chat) {
    String rows = Words.count(judgement.rows(), "row");
    chat.out().println();
    chat.out().println(judgement);
    chat.out()
        .println(
            judgement.isBetterThanGuessing()
                ? "The model is better than guessing on the %s that it has not seen."
                    .formatted(rows)
                : ("The model is no better than guessing on the %s that it has not seen: the columns"
                        + " may not tell what is asked, or more epochs or another learning rate are"
                        + " needed.")
                    .formatted(rows));
    options
        .output()
        .print(
            new LastLines()
                .with("test " + judgement.measure(), judgement.value())
                .with("baseline", judgement.baseline())
                .with("weights sha256", model.model().weightsSha256()),
            terminal);
    return judgement.isBetterThanGuessing() ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}

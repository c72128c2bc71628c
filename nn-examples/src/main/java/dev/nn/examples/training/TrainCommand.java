package dev.nn.examples.training;

import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.data.Judgement;
import dev.nn.data.TableSplit;
import dev.nn.data.TabularModel;
import dev.nn.data.schema.FittedSchema;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import dev.nn.examples.tables.TableOptions;
import dev.nn.examples.terminal.NetworkTable;
import dev.nn.examples.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
  private Path data = Path.of("");

  @Option(
      names = "--test",
      paramLabel = "SHARE",
      defaultValue = "0.2",
      description =
          "The share of the rows that is kept aside for the test. Default: ${DEFAULT-VALUE}.")
  private double testShare;

  @Mixin private TableOptions table = new TableOptions();
  @Mixin private TrainingOptions options = new TrainingOptions();

  private final Terminal terminal;

  /** Makes the command, which prints to a terminal. */
  public TrainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    PluginRegistry registry = PluginRegistry.load();
    Table rows = table.read(data, terminal);
    Schema schema = table.schema(rows);
    terminal.out().println(schema);
    TableSplit split = TableSplit.of(rows, schema, 1 - testShare, options.seed());
    FittedSchema fitted = schema.fit(split.train());
    Network network = options.network(registry, fitted.shape(), fitted.outputLayer());
    Trainer trainer =
        options.trainer(registry, fitted.loss(), EpochProgress.brief(terminal, options.epochs()));
    try (TrainingSession session =
        options.started(
            terminal, registry, trainer, network, fitted.dataset(split.train()), null)) {
      terminal.out().println(options.summary());
      terminal.out().println();
      terminal.out().println(NetworkTable.of(network, registry, terminal.columns()));
      terminal.out().println();
      while (session.step()) {
        // The listener shows what there is to see.
      }
      TabularModel model = TabularModel.of(fitted, session.model());
      options.files().save(model.withSchema(), terminal);
      return report(model, Judgement.of(model, split.train(), split.test()));
    }
  }

  private int report(TabularModel model, Judgement judgement) {
    terminal.out().println();
    terminal
        .out()
        .println(
            judgement.isBetterThanGuessing()
                ? "The model is better than guessing on the %s rows that it has not seen."
                    .formatted(judgement.rows())
                : "The model is no better than guessing on the %s rows that it has not seen: the columns may not tell what is asked, or more epochs or another learning rate are needed."
                    .formatted(judgement.rows()));
    terminal.printf("test %s %.4f", judgement.measure(), judgement.value());
    terminal.printf("baseline %.4f", judgement.baseline());
    terminal.printf("weights sha256 %s", model.model().weightsSha256());
    return judgement.isBetterThanGuessing() ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}

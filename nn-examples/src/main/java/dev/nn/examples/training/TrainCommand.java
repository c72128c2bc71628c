package dev.nn.examples.training;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingResult;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.data.TableRecipe;
import dev.nn.data.TableSplit;
import dev.nn.data.TabularModel;
import dev.nn.data.judge.CrossValidation;
import dev.nn.data.judge.Folds;
import dev.nn.data.judge.Judgement;
import dev.nn.data.schema.FittedSchema;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import dev.nn.examples.tables.TableOptions;
import dev.nn.examples.terminal.LastLines;
import dev.nn.examples.terminal.NetworkTable;
import dev.nn.examples.terminal.Terminal;
import dev.nn.examples.terminal.Words;
import dev.nn.report.ReportBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Trains a model on a table, and says whether it is better than guessing. */
@Command(
    name = "train",
    description = {
      "Train a model on a table, and compare it with guessing on rows that it has not seen. Nothing"
          + " but the file is needed.",
      "Without --layers the output layer follows from the column that is predicted, and without"
          + " --epochs a small table is gone through more often, until there are 500 steps. Of a table"
          + " with many rows a tenth is kept aside, to end when the loss on these no longer improves."
          + " The status is 1 if the model is no better than guessing."
    },
    sortOptions = false)
public final class TrainCommand implements Callable<Integer> {
  /** The defaults; the output layer follows from the column that is predicted. */
  public static final Recipe RECIPE =
      new Recipe(
          TableRecipe.HIDDEN_LAYERS,
          TableRecipe.OPTIMIZER,
          TableRecipe.LEAST_EPOCHS,
          TableRecipe.BATCH_SIZE);

  @Parameters(
      paramLabel = "DATA",
      description = {
        "A table: CSV, ARFF, LIBSVM, NumPy or IDX, or the URL of a database with --query. A file that \"nn convert\" wrote, which ends in .safetensors, is trained on without being in memory."
      })
  private String data = "";

  @Mixin private JudgingOptions judging = new JudgingOptions();
  @Mixin private TableOptions table = new TableOptions();
  @Mixin private TrainingOptions options = new TrainingOptions();

  private final Terminal terminal;

  /** Makes the command, which prints to a terminal. */
  public TrainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    check();
    Terminal chat = options.output().chat(terminal);
    PluginRegistry registry = PluginRegistry.load();
    if (ConvertedTable.isNamed(data)) {
      return judgedConverted(registry, chat);
    }
    Table all = table.data().read(data, chat);
    Schema schema = table.schema(all);
    chat.out().println(schema);
    Table rows = TableOptions.labelled(all, schema.targetColumns(), chat);
    return judging.isByFolds()
        ? judgedByFolds(registry, rows, schema, chat)
        : judgedByTest(registry, rows, schema, chat);
  }

  private int judgedByFolds(PluginRegistry registry, Table rows, Schema schema, Terminal chat)
      throws IOException {
    FittedSchema fitted = schema.fit(rows);
    checkFits(fitted, options.network(registry, fitted.shape(), fitted.outputLayer()));
    CrossValidation validation = crossValidation(registry, rows, schema, chat);
    Verdict verdict = Verdict.of(validation);
    return train(
        registry,
        fitted,
        fitted.dataset(rows),
        chat,
        trained -> {
          Network network = trained.model().model().network();
          write(
              rows,
              schema,
              trained,
              report -> report.verdict(verdict.sentence()).folds(validation).network(network),
              chat);
          return report(trained.model(), verdict, chat);
        });
  }

  private int judgedByTest(PluginRegistry registry, Table rows, Schema schema, Terminal chat)
      throws IOException {
    TableSplit split = judging.split(rows, schema, table.data(), options.seed(), chat);
    FittedSchema fitted = schema.fit(split.train());
    return train(
        registry,
        fitted,
        fitted.dataset(split.train()),
        chat,
        trained -> {
          TabularModel model = trained.model();
          Judgement judgement = Judgement.of(model, split.train(), split.test(), options.seed());
          write(rows, schema, trained, report -> report.judged(model, split, judgement), chat);
          return report(model, Verdict.of(judgement), chat);
        });
  }

  /** The rows stay in the file, so what needs the table itself is not there. */
  private int judgedConverted(PluginRegistry registry, Terminal chat) throws IOException {
    judging.checkConverted(data);
    ConvertedTable table = judging.converted(Path.of(data), options.seed());
    return train(
        registry,
        table.schema(),
        table.train(),
        chat,
        trained -> {
          TabularModel model = trained.model();
          Judgement judgement = Judgement.of(model, table.train(), table.test(), options.seed());
          options.writePage(
              data,
              trained.result(),
              report -> report.judged(model.model(), table.test(), judgement),
              chat);
          return report(model, Verdict.of(judgement), chat);
        });
  }

  private void write(
      Table rows, Schema schema, Trained trained, Consumer<ReportBuilder> verdict, Terminal chat)
      throws IOException {
    options.writePage(
        data, trained.result(), report -> verdict.accept(report.columns(schema, rows)), chat);
  }

  /** Refuses before anything is read or trained what would be refused at the end. */
  private void check() {
    options.page().check();
    options.files().check();
    judging.check();
  }

  private void checkFits(FittedSchema fitted, Network network) {
    options
        .files()
        .checkFits(
            () -> TabularModel.of(fitted, Model.initial(network, options.seed())).withSchema());
  }

  private CrossValidation crossValidation(
      PluginRegistry registry, Table rows, Schema schema, Terminal chat) {
    Folds parts = judging.folds(options.seed());
    chat.out().println("training " + Words.count(parts.count(), "model") + " to test on each part");
    return CrossValidation.of(
        rows,
        schema,
        parts,
        (train, roles) -> {
          FittedSchema fitted = roles.fit(train);
          options.tableOf(train.rows());
          Trainer trainer = options.unloggedTrainer(registry, fitted.loss());
          Network network = options.network(registry, fitted.shape(), fitted.outputLayer());
          return TabularModel.of(fitted, trainer.fit(network, fitted.dataset(train)).model());
        });
  }

  private record Trained(TabularModel model, TrainingResult result) {}

  /** What is to be done with a model, and the exit status that follows. */
  private interface Ending {
    int status(Trained trained) throws IOException;
  }

  /** Trains, saves and judges; Ctrl-C ends the first of the three only. */
  private int train(
      PluginRegistry registry, FittedSchema fitted, Dataset train, Terminal chat, Ending ending)
      throws IOException {
    options.tableOf(train.rows());
    Network network = options.network(registry, fitted.shape(), fitted.outputLayer());
    checkFits(fitted, network);
    Trainer trainer =
        options.trainer(
            registry, fitted.loss(), false, EpochProgress.brief(chat, options.epochs()));
    try (TrainingSession session = options.started(chat, registry, trainer, network, train, null);
        Interruption interruption = Interruption.guarding(session, chat)) {
      chat.out().println(options.summary());
      chat.out().println();
      chat.out().println(NetworkTable.of(network, chat.columns()));
      chat.out().println();
      interruption.train();
      TrainingResult result = session.result();
      if (result.bestEpoch().isPresent()) {
        chat.out()
            .println(
                "ended after epoch %s; the weights are those of epoch %s, the best for the rows kept aside"
                    .formatted(result.history().size(), result.bestEpoch().getAsInt()));
        chat.out().println();
      }
      TabularModel model = TabularModel.of(fitted, session.model());
      options.files().save(model.withSchema(), chat);
      return ending.status(new Trained(model, result));
    }
  }

  private int report(TabularModel model, Verdict verdict, Terminal chat) {
    chat.out().println();
    chat.out().println(verdict.text());
    chat.out().println(verdict.sentence());
    options
        .output()
        .print(
            new LastLines()
                .with("test " + verdict.measure(), verdict.value())
                .with("baseline", verdict.baseline())
                .with("weights sha256", model.model().weightsSha256()),
            terminal);
    return verdict.isBetterThanGuessing() ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}

package dev.nn.examples.training;

import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingResult;
import dev.nn.core.TrainingSession;
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
import dev.nn.examples.report.ReportOption;
import dev.nn.examples.tables.TableOptions;
import dev.nn.examples.terminal.LastLines;
import dev.nn.examples.terminal.NetworkTable;
import dev.nn.examples.terminal.Terminal;
import dev.nn.examples.terminal.Words;
import dev.nn.report.ReportBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains a model on a table, and says whether it is better than guessing. */
@Command(
    name = "train",
    description = {
      "Train a model on a table, and compare it with guessing on rows that it has not seen. Nothing"
          + " but the file is needed.",
      "Without --layers the output layer follows from the column that is predicted, and without"
          + " --epochs a small table is gone through more often, until there are 500 steps. The status"
          + " is 1 if the model is no better than guessing."
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
      names = "--folds",
      paramLabel = "K",
      description = {
        "Judge by cross-validation instead of one test: divide the rows into K parts, and test on each of"
            + " them a model that learns from the others. The model that is kept learns from all rows."
      })
  private Optional<Integer> folds = Optional.empty();

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      description =
          "With --folds: keep rows with the same cell in this column together, such as those of one patient.")
  private Optional<String> group = Optional.empty();

  @Option(
      names = "--loss",
      paramLabel = "SPEC",
      description = "The loss. Default: the one that goes with the column that is predicted.")
  private Optional<String> loss = Optional.empty();

  @Mixin private TableOptions table = new TableOptions();
  @Mixin private TrainingOptions options = new TrainingOptions();
  @Mixin private ReportOption page = new ReportOption();

  @Spec private CommandSpec command = CommandSpec.create();

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
    Table rows = table.data().read(data, chat);
    Schema schema = table.schema(rows);
    chat.out().println(schema);
    return folds.isPresent()
        ? judgedByFolds(registry, rows, schema, chat)
        : judgedByTest(registry, rows, schema, chat);
  }

  private int judgedByFolds(PluginRegistry registry, Table rows, Schema schema, Terminal chat)
      throws IOException {
    CrossValidation validation = crossValidation(registry, rows, schema, chat);
    Verdict verdict = Verdict.of(validation);
    return train(
        registry,
        schema.fit(rows),
        rows,
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
    TableSplit split = split(rows, schema, chat);
    return train(
        registry,
        schema.fit(split.train()),
        split.train(),
        chat,
        trained -> {
          TabularModel model = trained.model();
          Judgement judgement = Judgement.of(model, split.train(), split.test(), options.seed());
          write(rows, schema, trained, report -> report.judged(model, split, judgement), chat);
          return report(model, Verdict.of(judgement), chat);
        });
  }

  private void write(
      Table rows, Schema schema, Trained trained, Consumer<ReportBuilder> verdict, Terminal chat)
      throws IOException {
    page.write(
        data,
        report -> {
          verdict.accept(report.columns(schema, rows));
          report
              .history(trained.result().history())
              .remarks(trained.result().advice())
              .seed(options.seed());
        },
        chat);
  }

  /** Refuses before anything is read or trained what would be refused at the end. */
  private void check() {
    page.check();
    options.files().check();
    if (folds.isPresent() && folds.get() < 2) {
      throw wrong("--folds must be at least 2, got " + folds.get());
    }
    if (folds.isPresent() && (testData.isPresent() || isGiven("--test"))) {
      throw wrong(
          "--folds tests every row once, so %s cannot be given with it; leave one of them out"
              .formatted(testData.isPresent() ? "--test-data" : "--test"));
    }
    if (folds.isEmpty() && group.isPresent()) {
      throw wrong("--group keeps rows together in the parts of --folds; add --folds 5");
    }
  }

  private boolean isGiven(String option) {
    return command.commandLine().getParseResult().hasMatchedOption(option);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  private TableSplit split(Table rows, Schema schema, Terminal chat) throws IOException {
    return testData.isPresent()
        ? TableSplit.given(rows, table.data().readFile(testData.get(), chat))
        : TableSplit.of(rows, schema, 1 - testShare, options.seed());
  }

  private CrossValidation crossValidation(
      PluginRegistry registry, Table rows, Schema schema, Terminal chat) {
    Folds parts = new Folds(folds.orElseThrow(), 1, group, options.seed());
    chat.out().println("training " + Words.count(parts.count(), "model") + " to test on each part");
    return CrossValidation.of(
        rows,
        schema,
        parts,
        (train, roles) -> {
          FittedSchema fitted = roles.fit(train);
          options.epochsUnlessGiven(TableRecipe.epochs(train.rows(), options.batch()));
          Trainer trainer = options.unloggedTrainer(registry, loss.orElse(fitted.loss()));
          Network network = options.network(registry, fitted.shape(), fitted.outputLayer());
          return TabularModel.of(fitted, trainer.fit(network, fitted.dataset(train)).model());
        });
  }

  private record Trained(TabularModel model, TrainingResult result) {}

  /** What is to be done with a model, and the exit status that follows. */
  private interface Judging {
    int status(Trained trained) throws IOException;
  }

  /** Trains, saves and judges; Ctrl-C ends the first of the three only. */
  private int train(
      PluginRegistry registry, FittedSchema fitted, Table train, Terminal chat, Judging judging)
      throws IOException {
    options.epochsUnlessGiven(TableRecipe.epochs(train.rows(), options.batch()));
    Network network = options.network(registry, fitted.shape(), fitted.outputLayer());
    Trainer trainer =
        options.trainer(
            registry,
            loss.orElse(fitted.loss()),
            false,
            EpochProgress.brief(chat, options.epochs()));
    try (TrainingSession session =
            options.started(chat, registry, trainer, network, fitted.dataset(train), null);
        Interruption interruption = Interruption.guarding(session, chat)) {
      chat.out().println(options.summary());
      chat.out().println();
      chat.out().println(NetworkTable.of(network, chat.columns()));
      chat.out().println();
      interruption.train();
      TabularModel model = TabularModel.of(fitted, session.model());
      options.files().save(model.withSchema(), chat);
      return judging.status(new Trained(model, session.result()));
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

package dev.nn.examples.models;

import dev.nn.api.DataException;
import dev.nn.api.NnException;
import dev.nn.core.Model;
import dev.nn.core.SavedFile;
import dev.nn.core.TrainingState;
import dev.nn.core.metric.Metrics;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.TrainingSummary;
import dev.nn.data.TableSplit;
import dev.nn.data.TabularModel;
import dev.nn.data.judge.Judgement;
import dev.nn.data.table.Table;
import dev.nn.examples.data.TestSet;
import dev.nn.examples.report.ReportOption;
import dev.nn.examples.tables.DataOptions;
import dev.nn.examples.tables.TableOptions;
import dev.nn.examples.terminal.LastLines;
import dev.nn.examples.terminal.OutputOptions;
import dev.nn.examples.terminal.Terminal;
import dev.nn.examples.terminal.WholeNumber;
import dev.nn.examples.terminal.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tests a saved model. */
@Command(
    name = "evaluate",
    description = {
      "Test a model that was saved with --save, or a checkpoint.",
      "A model of \"nn train\" is tested on the rows of a table DATA.",
      "Of the digits, it is tested on the fifth that was kept aside when it was trained, which is"
          + " the same for the same seed; of MNIST, on the test set in --data FOLDER; and of xor, on"
          + " the whole truth table."
    },
    sortOptions = false)
public final class EvaluateCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "The model or checkpoint.")
  private Optional<String> first = Optional.empty();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "DATA",
      description = "For a model of \"nn train\": the table to test it on, with the answers.")
  private Optional<String> second = Optional.empty();

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "Another way to name the model; DATA then comes first.")
  private Optional<Path> named = Optional.empty();

  @Mixin private DataOptions options = new DataOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ReportOption page = new ReportOption();

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = {
        "The folder with the test set of MNIST: t10k-images-idx3-ubyte and"
            + " t10k-labels-idx1-ubyte, gzipped or not. Default: the bundled examples that the model"
            + " takes."
      })
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = WholeNumber.Seed.class,
      description = {
        "The seed that divided the digits of \"nn digits\". Default: the one in the model's file."
      })
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--compressed",
      description = {
        "Also show what \"nn compress\" would cost and bring: size, measure and speed of the model with"
            + " weights in each form."
      })
  private boolean compressed;

  @Spec private CommandSpec command = CommandSpec.create();

  private final Terminal terminal;

  /** Makes the command, which prints to a terminal. */
  public EvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (named.isPresent() && second.isPresent()) {
      throw wrong("a model is named twice: by --model and by " + first.orElseThrow());
    }
    Optional<String> table = named.isPresent() ? first : second;
    if (table.isEmpty() && page.isAskedFor()) {
      throw wrong("--report is about the rows of a table: name DATA too");
    }
    page.check();
    Model model = load(path());
    if (compressed && model.compression().isPresent()) {
      throw wrong(
          path()
              + " is compressed already: give --compressed with the model that it was made from");
    }
    if (table.isPresent()) {
      return judge(model, table.get());
    }
    TestSet test = folder.isPresent() ? mnist(model, folder.get()) : bundled(model);
    output.chat(terminal).out().println(test.words());
    LastLines results = new LastLines();
    compare(
        model,
        "test accuracy",
        each -> each.evaluate(test.examples(), Metrics.of("accuracy")),
        results);
    output.print(
        results
            .with("test accuracy", model.evaluate(test.examples(), Metrics.of("accuracy")))
            .with("weights sha256", model.weightsSha256()),
        terminal);
    return 0;
  }

  /**
   * Judges a model that was made from a table beside guessing, which knows the rows of the test.
   */
  private int judge(Model model, String data) throws IOException {
    if (!TabularModel.hasSchema(model)) {
      throw wrong(
          isCheckpoint(path())
              ? path()
                  + " is a checkpoint, which does not know the columns of a table: go on with it by"
                  + " \"nn train … --resume\" and --save, and evaluate what was saved"
              : path()
                  + " was not made from a table: leave out "
                  + data
                  + " to test it on the examples of the command that made it");
    }
    TabularModel tabular = TabularModel.of(model);
    Terminal chat = output.chat(terminal);
    Table table = options.read(data, chat);
    List<String> targets = tabular.schema().targetColumns();
    if (!table.names().containsAll(targets)) {
      throw new DataException(
          "%s has no column %s, so there are no answers to compare with; \"nn predict\" predicts them"
              .formatted(data, String.join(", ", targets)));
    }
    Table rows = TableOptions.labelled(table, targets, chat);
    tabular.schema().differences(rows).forEach(text -> chat.err().println(data + ": " + text));
    Judgement judgement = Judgement.of(tabular, rows, rows);
    page.write(
        data, report -> report.judged(tabular, TableSplit.given(rows, rows), judgement), chat);
    chat.out().println(judgement);
    LastLines results = new LastLines();
    compare(
        model,
        "test " + judgement.measure(),
        each -> Judgement.of(TabularModel.of(each), rows, rows).value(),
        results);
    output.print(
        results
            .with("test " + judgement.measure(), judgement.value())
            .with("baseline", judgement.baseline())
            .with("weights sha256", model.weightsSha256()),
        terminal);
    return 0;
  }

  /** Shows what compressing the model would change, if that is asked for. */
  private void compare(
      Model model, String measure, ToDoubleFunction<Model> value, LastLines results) {
    if (compressed) {
      CompressionTable table = new CompressionTable(model, measure, value);
      output.chat(terminal).out().println(table);
      table.addTo(results);
    }
  }

  private Path path() {
    return named
        .or(() -> first.map(Path::of))
        .orElseThrow(() -> wrong("FILE is missing: name a model or a checkpoint"));
  }

  private static boolean isCheckpoint(Path file) throws IOException {
    return SavedFile.read(file).isCheckpoint();
  }

  /** The model in a file; that in a checkpoint has the weights of its moment. */
  private static Model load(Path file) throws IOException {
    PluginRegistry registry = PluginRegistry.load();
    return isCheckpoint(file)
        ? TrainingState.load(file, registry).model()
        : Model.load(file, registry);
  }

  private TestSet mnist(Model model, Path folder) throws IOException {
    if (seed.isPresent()) {
      throw wrong("--seed divides the digits of \"nn digits\"; leave it out with --data");
    }
    if (!Files.isDirectory(folder)) {
      throw wrong(
          "--data: there is no folder " + folder + "; name the one with the files of MNIST");
    }
    TestSet test = TestSet.mnist(folder);
    if (!test.fits(model)) {
      throw new NnException(
          "%s, but the pictures in %s have the shape %s and %s: the model was trained with others"
              .formatted(taken(model), folder, test.examples().shape(), test.examples().targets()));
    }
    return test;
  }

  private TestSet bundled(Model model) {
    TestSet xor = TestSet.xor();
    if (xor.fits(model)) {
      if (seed.isPresent()) {
        throw wrong("--seed divides the digits of \"nn digits\"; leave it out for a model of xor");
      }
      return xor;
    }
    long split = seed.orElseGet(() -> model.training().map(TrainingSummary::seed).orElse(0L));
    TestSet digits = TestSet.digits(model, split);
    if (digits.fits(model)) {
      return digits;
    }
    if (!model.featureNames().isEmpty()) {
      throw new NnException(
          "%s was trained with the columns of a table: \"nn evaluate %s TABLE\" tests it on the rows of one"
              .formatted(path(), path()));
    }
    throw new NnException(
        "%s, and no examples for it are bundled: those of \"nn digits\" have the shape %s and %s, those of \"nn xor\" the shape %s and %s. For a model of \"nn mnist\" add --data FOLDER, the folder with the files of MNIST"
            .formatted(
                taken(model),
                digits.examples().shape(),
                digits.examples().targets(),
                xor.examples().shape(),
                xor.examples().targets()));
  }

  /** What the model is made for. */
  private String taken(Model model) {
    return "%s takes examples of shape %s and predicts %s"
        .formatted(
            path(),
            model.network().inputShape(),
            model
                .targets()
                .map(Object::toString)
                .orElseGet(() -> Words.count(model.network().outputShape().size(), "number")));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}

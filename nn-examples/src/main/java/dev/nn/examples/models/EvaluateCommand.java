package dev.nn.examples.models;

import dev.nn.api.NnException;
import dev.nn.core.Model;
import dev.nn.core.SavedFile;
import dev.nn.core.TrainingState;
import dev.nn.core.metric.Metrics;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.TrainingSummary;
import dev.nn.examples.data.TestSet;
import dev.nn.examples.terminal.Terminal;
import dev.nn.examples.terminal.WholeNumber;
import dev.nn.examples.terminal.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tests a saved model of {@code digits}, {@code mnist} or {@code xor}. */
@Command(
    name = "evaluate",
    description = {
      "Test a model of \"nn digits\", \"nn mnist\" or \"nn xor\" that was saved with --save, or a"
          + " checkpoint.",
      "Of the digits, it is tested on the fifth that was kept aside when it was trained, which is"
          + " the same for the same seed; of MNIST, on the test set in --data FOLDER; and of xor, on"
          + " the whole truth table."
    },
    sortOptions = false)
public final class EvaluateCommand implements Callable<Integer> {
  /** The file, which may be given by itself, as for other commands, or as an option. */
  static final class Source {
    @Parameters(paramLabel = "FILE", description = "The model or checkpoint.")
    private @Nullable Path file;

    @Option(names = "--model", paramLabel = "FILE", description = "Another way to name it.")
    private @Nullable Path model;

    Path path() {
      return Optional.ofNullable(file).or(() -> Optional.ofNullable(model)).orElseThrow();
    }
  }

  @ArgGroup(multiplicity = "1")
  private Source source = new Source();

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

  @Spec private CommandSpec command = CommandSpec.create();

  private final Terminal terminal;

  /** Makes the command, which prints to a terminal. */
  public EvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Model model = load(source.path());
    TestSet test = folder.isPresent() ? mnist(model, folder.get()) : bundled(model);
    terminal.out().println(test.words());
    terminal.printf("test accuracy %.4f", model.evaluate(test.examples(), Metrics.of("accuracy")));
    terminal.printf("weights sha256 %s", model.weightsSha256());
    return 0;
  }

  /** The model in a file; that in a checkpoint has the weights of its moment. */
  private static Model load(Path file) throws IOException {
    PluginRegistry registry = PluginRegistry.load();
    return SavedFile.read(file).isCheckpoint()
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
          "%s was trained with the columns of a table: \"nn predict %s TABLE\" predicts the rows of one"
              .formatted(source.path(), source.path()));
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
            source.path(),
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

package dev.nn.examples.models;

import dev.nn.api.NnException;
import dev.nn.core.Model;
import dev.nn.core.SavedFile;
import dev.nn.core.TrainingState;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.metric.Metrics;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.TrainingSummary;
import dev.nn.examples.data.DigitsData;
import dev.nn.examples.terminal.Terminal;
import dev.nn.examples.terminal.WholeNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tests a saved model on the digits that it has not seen. */
@Command(
    name = "evaluate",
    description = {
      "Test a model of \"nn digits --save FILE\", or a checkpoint, on the digits that were kept"
          + " aside when it was trained: the same fifth for the same seed."
    },
    sortOptions = false)
public final class EvaluateCommand implements Callable<Integer> {
  /** The same in two ways: as other commands that look at a file have it, or named. */
  static final class Source {
    @Parameters(paramLabel = "FILE", description = "The model or checkpoint.")
    private @Nullable Path file;

    @Option(names = "--model", paramLabel = "FILE", description = "The same.")
    private @Nullable Path model;

    Path path() {
      return Optional.ofNullable(file).or(() -> Optional.ofNullable(model)).orElseThrow();
    }
  }

  @ArgGroup(multiplicity = "1")
  private Source source = new Source();

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = WholeNumber.Seed.class,
      description = "The seed that split the data. Default: the one that the model's file names.")
  private Optional<Long> seed = Optional.empty();

  private final Terminal terminal;

  public EvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The model of a file; that of a checkpoint has the weights of its moment. */
  private static Model load(Path file) throws IOException {
    PluginRegistry registry = PluginRegistry.load();
    return SavedFile.read(file).isCheckpoint()
        ? TrainingState.load(file, registry).model()
        : Model.load(file, registry);
  }

  @Override
  public Integer call() throws IOException {
    Path file = source.path();
    Model model = load(file);
    long split = seed.orElseGet(() -> model.training().map(TrainingSummary::seed).orElse(0L));
    Dataset test = DigitsData.split(split).test();
    int classes = test.targets().columns();
    if (!model.network().inputShape().equals(test.shape())
        || model.network().outputShape().size() != classes) {
      throw new NnException(
          "%s takes %s and gives %s, but digits are %s and have %s classes: it is no model of \"nn digits\""
              .formatted(
                  file,
                  model.network().inputShape(),
                  model.network().outputShape(),
                  test.shape(),
                  classes));
    }
    terminal.printf(
        "%,d digits, which \"nn digits --seed %d\" keeps aside%s",
        test.rows(), split, doubt(model, split));
    terminal.printf("test accuracy %.4f", model.evaluate(test, Metrics.of("accuracy")));
    terminal.printf("weights sha256 %s", model.weightsSha256());
    return 0;
  }

  /** Why the model may have learnt from digits that are kept aside for a seed. */
  private static String doubt(Model model, long split) {
    return model
        .training()
        .map(
            training ->
                training.seed() == split
                    ? ""
                    : "; it was trained with seed %s and may have learnt from most of them"
                        .formatted(training.seed()))
        .orElse("; its file does not say how it was trained");
  }
}

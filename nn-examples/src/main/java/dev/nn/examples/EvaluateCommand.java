package dev.nn.examples;

import dev.nn.api.NnException;
import dev.nn.core.Dataset;
import dev.nn.core.Metrics;
import dev.nn.core.Model;
import dev.nn.core.PluginRegistry;
import dev.nn.core.TrainingSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tests a saved model on the digits that it has not seen. */
@Command(
    name = "evaluate",
    description = {
      "Test a model of \"nn digits --save FILE\" on the digits that were kept aside when it was"
          + " trained: the same fifth for the same seed."
    },
    sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
  @Option(names = "--model", paramLabel = "FILE", required = true, description = "The model.")
  private Path file = Path.of("");

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed that split the data. Default: the one that the model's file names.")
  private Optional<Long> seed = Optional.empty();

  private final Terminal terminal;

  EvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Model model = Model.load(file, PluginRegistry.load());
    long split = seed.orElseGet(() -> model.training().map(TrainingSummary::seed).orElse(0L));
    Dataset test = DigitsData.split(split).test();
    int classes = test.targets().columns();
    if (!model.network().inputShape().equals(test.shape())
        || model.network().outputShape().size() != classes) {
      throw new NnException(
          "%s takes %s and gives %s, but digits are %s and have %d classes: it is no model of \"nn digits\""
              .formatted(
                  file,
                  model.network().inputShape(),
                  model.network().outputShape(),
                  test.shape(),
                  classes));
    }
    boolean isItsOwn = model.training().map(t -> t.seed() == split).orElse(false);
    terminal.printf(
        "%,d digits of seed %d, %s",
        test.rows(),
        split,
        isItsOwn
            ? "none of which it has seen"
            : "most of which it may have learnt from: it was trained with another seed");
    terminal.printf("test accuracy %.4f", model.evaluate(test, Metrics.of("accuracy")));
    terminal.printf("weights sha256 %s", model.weightsSha256());
    return 0;
  }
}

package dev.nn.examples.training;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.metric.ConfusionMatrix;
import dev.nn.core.metric.Metrics;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.data.judge.Judgement;
import dev.nn.examples.data.ImageData;
import dev.nn.examples.terminal.ConfusionTable;
import dev.nn.examples.terminal.LastLines;
import dev.nn.examples.terminal.NetworkTable;
import dev.nn.examples.terminal.Terminal;
import dev.nn.math.Matrix;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;

/** Trains a network on pictures, and shows what it has learnt. */
final class ImageTraining {
  private static final int MOST_DRAWN = 3;

  private final Terminal output;
  private final Terminal terminal;
  private final TrainingOptions options;

  ImageTraining(Terminal terminal, TrainingOptions options) {
    this.output = terminal;
    this.terminal = options.output().chat(terminal);
    this.options = options;
  }

  /**
   * Prints the network, its training, and how well it reads the test set.
   *
   * @param name of the data, for the page
   */
  void run(String name, ImageData data) throws IOException {
    PluginRegistry registry = PluginRegistry.load();
    Network network = options.network(registry, data.train().shape());
    Trainer trainer =
        options.trainer(
            registry,
            "categorical_crossentropy",
            true,
            EpochProgress.detailed(terminal, options.epochs()));
    try (TrainingSession session =
            options.started(terminal, registry, trainer, network, data.train(), data.validation());
        Interruption interruption = Interruption.guarding(session, terminal)) {
      introduce(data, network);
      long start = System.nanoTime();
      interruption.train();
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      Model model = session.model();
      double accuracy = report(model, data, time);
      options.files().save(model, terminal);
      Judgement judgement = Judgement.of(model, data.train(), data.test(), options.seed());
      options.writePage(
          name, session.result(), report -> report.judged(model, data.test(), judgement), terminal);
      options
          .output()
          .print(
              new LastLines()
                  .with("test accuracy", accuracy)
                  .with("baseline", judgement.baseline())
                  .with("weights sha256", model.weightsSha256()),
              output);
    }
  }

  private void introduce(ImageData data, Network network) {
    terminal.printf(
        "%,d pictures to learn from, %,d for validation, %,d kept aside for the test",
        data.train().rows(), data.validation().rows(), data.test().rows());
    terminal.out().println(options.summary());
    terminal.out().println();
    terminal.out().println(NetworkTable.of(network, terminal.columns()));
    terminal.out().println();
  }

  private double report(Model model, ImageData data, Duration time) {
    PrintWriter out = terminal.out();
    Matrix predictions = model.predict(data.test());
    Matrix targets = Matrix.zeros(data.test().rows(), data.test().targets().columns());
    for (int i = 0; i < targets.rows(); i++) {
      data.test().readTarget(i, targets, i);
    }
    double accuracy = Metrics.accuracy(predictions, targets);
    Misread misread = Misread.of(predictions, targets);
    int tested = data.test().rows();

    out.println();
    terminal.printf(
        "%,d of %,d test pictures read correctly, %.2f %%",
        tested - misread.count(), tested, 100 * accuracy);
    out.println();
    out.println("What it was (rows) and what was read (columns):");
    out.println(ConfusionTable.of(ConfusionMatrix.of(predictions, targets)));
    misread.draw(data, MOST_DRAWN, terminal);
    out.println();
    terminal.printf("trained in %.1f s", time.toMillis() / 1000.0);
    return accuracy;
  }
}

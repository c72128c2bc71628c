package dev.nn.examples.training;

import dev.nn.core.dataset.Dataset;
import dev.nn.data.Mnist;
import dev.nn.data.Split;
import dev.nn.examples.data.ImageData;
import dev.nn.examples.terminal.PixelArt;
import dev.nn.examples.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a network to read the digits of MNIST, whose files the user has to have. */
@Command(
    name = "mnist",
    description = {
      "Learn to read the 60,000 handwritten digits of MNIST, 28 × 28 pixels.",
      "A twelfth of them is kept for validation. The test at the end is MNIST's own, with 10,000"
          + " digits."
    },
    sortOptions = false)
public final class MnistCommand implements Callable<Integer> {
  /** The defaults, which give a test accuracy of about 0.98. */
  public static final Recipe RECIPE =
      new Recipe(
          List.of(
              "dense(units=128, activation=relu, initializer=he_normal)",
              "dense(units=10, activation=softmax)"),
          "adam",
          10,
          64);

  private static final double VALIDATION = 1 / 12.0;
  private static final int WIDTH = 28;

  private final Terminal terminal;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      required = true,
      order = -1,
      description = {
        "The folder with the four files of MNIST, gzipped or not: train-images-idx3-ubyte,"
            + " train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte."
      })
  private Path folder = Path.of("");

  @Mixin private TrainingOptions options = new TrainingOptions();

  @Spec private CommandSpec command = CommandSpec.create();

  /** Makes the command, which prints to a terminal. */
  public MnistCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(
          command.commandLine(),
          "--data: there is no folder " + folder + "; name the one with the files of MNIST");
    }
    Dataset train = Mnist.train(folder);
    Dataset test = Mnist.test(folder);
    Split validated = Split.stratified(train, 1 - VALIDATION, options.seed());
    new ImageTraining(terminal, options)
        .run(
            "MNIST",
            new ImageData(validated.train(), validated.test(), test, WIDTH, PixelArt.HALF_BLOCKS));
    return 0;
  }
}

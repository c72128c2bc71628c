package dev.nn.examples.lecture;

import dev.nn.api.NnException;
import dev.nn.api.ShapeException;
import dev.nn.api.SpecException;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.examples.terminal.Terminal;
import dev.nn.examples.terminal.WholeNumber;
import dev.nn.lecture.explain.Explain;
import dev.nn.lecture.explain.Explanation;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes out one training step of a small network. */
@Command(
    name = "explain",
    description = {
      "Write out one training step of a small network, with every number that it takes.",
      "W[l] has a row for each neuron of layer l; vectors are columns; the input is layer 0."
    },
    sortOptions = false)
public final class ExplainCommand implements Runnable {
  private final Terminal terminal;

  @Option(
      names = "--layers",
      paramLabel = "SPECS",
      defaultValue = "dense(units=2, activation=tanh), dense(units=1, activation=sigmoid)",
      description = "Dense layers, with any activation. Default: ${DEFAULT-VALUE}.")
  private String layers = "";

  @Option(
      names = "--input",
      paramLabel = "NUMBERS",
      defaultValue = "1,0",
      description = "x, with commas between its numbers. Default: ${DEFAULT-VALUE}.")
  private String input = "";

  @Option(
      names = "--target",
      paramLabel = "NUMBERS",
      defaultValue = "1",
      description = "y, a number for each output. Default: ${DEFAULT-VALUE}.")
  private String target = "";

  @Option(
      names = "--weights",
      paramLabel = "TEXT",
      description =
          "The weights to begin with, as in \"W[1] = 0.5 -0.3; 0.1 0.8  b[1] = 0 0.1\". Those that"
              + " are not given are random, biases are 0.")
  private Optional<String> weights = Optional.empty();

  @Option(
      names = "--loss",
      paramLabel = "SPEC",
      description =
          "Default: cross-entropy after sigmoid and softmax, the mean squared error after others.")
  private Optional<String> loss = Optional.empty();

  @Option(
      names = "--learning-rate",
      paramLabel = "RATE",
      defaultValue = "0.5",
      description = "α. Default: ${DEFAULT-VALUE}.")
  private double learningRate;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = WholeNumber.Seed.class,
      defaultValue = "1",
      description = "Decides the random weights. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Spec private CommandSpec command = CommandSpec.create();

  /** Makes the command, which prints to a terminal. */
  public ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    PluginRegistry registry = PluginRegistry.load();
    Explanation step;
    try {
      Explain explain = new Explain(registry, learningRate);
      loss.ifPresent(spec -> explain.withLoss(checked(spec, registry)));
      weights.ifPresent(explain::withWeights);
      step = explain.step(layers, input, target, seed);
    } catch (SpecException | ShapeException e) {
      throw wrong("--layers: " + e.getMessage(), e);
    } catch (NnException e) {
      throw wrong(String.valueOf(e.getMessage()), e);
    }
    terminal.printf("x = a[0] = (%s),  y = (%s),  α = %s", input, target, learningRate);
    terminal.out().println(step.before().network().summary());
    step.text().forEach(terminal.out()::println);
  }

  private String checked(String spec, PluginRegistry registry) {
    try {
      return registry.loss(spec).name().isEmpty() ? "" : spec;
    } catch (NnException e) {
      throw wrong("--loss: " + e.getMessage(), e);
    }
  }

  private ParameterException wrong(String message, NnException cause) {
    return new ParameterException(command.commandLine(), message, cause);
  }
}

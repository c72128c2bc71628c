package dev.nn.examples.training;

import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainerBuilder;
import dev.nn.core.TrainingListener;
import dev.nn.core.TrainingResult;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.preset.Preset;
import dev.nn.data.TableRecipe;
import dev.nn.examples.report.ReportOption;
import dev.nn.examples.terminal.OutputOptions;
import dev.nn.examples.terminal.Terminal;
import dev.nn.examples.terminal.WholeNumber;
import dev.nn.examples.terminal.Words;
import dev.nn.report.ReportBuilder;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that every command that trains has, with the same meaning in all of them. */
final class TrainingOptions {
  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = WholeNumber.Seed.class,
      defaultValue = "0",
      description = {
        "Decides everything that is random: the first weights, the order of the examples and, where"
            + " data is divided, which part an example belongs to. Default: ${DEFAULT-VALUE}."
      })
  private long seed;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "How often to go through all examples. Default: ${DEFAULT-VALUE}.")
  private int epochs;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "How many examples are in one training step. Default: ${DEFAULT-VALUE}.")
  private int batch;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = {
        "The number of threads. The result does not depend on it. Default: one for each processor."
      })
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--optimizer",
      paramLabel = "SPEC",
      description = "The optimizer. Default: ${DEFAULT-VALUE}.")
  private String optimizer = "";

  @Option(
      names = "--loss",
      paramLabel = "SPEC",
      description = "The loss. Default: the one that goes with what is predicted.")
  private Optional<String> loss = Optional.empty();

  @Option(
      names = "--like",
      paramLabel = "TOOL",
      description = {
        "Train as keras, torch, sklearn, dl4j or weka does where the command line says nothing:"
            + " first weights, optimizer, epochs, batch, shuffling, losses and penalties."
            + " docs/defaults.md lists what that is."
      })
  private Optional<String> like = Optional.empty();

  @Mixin private NetworkOptions layers = new NetworkOptions();
  @Mixin private SavingOptions files = new SavingOptions();
  @Mixin private StoppingOptions stopping = new StoppingOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ReportOption page = new ReportOption();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  long seed() {
    return seed;
  }

  SavingOptions files() {
    return files;
  }

  OutputOptions output() {
    return output;
  }

  ReportOption page() {
    return page;
  }

  int epochs() {
    OptionalInt ofTool = preset("--epochs").map(Preset::epochs).orElse(OptionalInt.empty());
    return ofTool.orElse(epochs);
  }

  int batch() {
    OptionalInt ofTool = preset("--batch").map(Preset::batchSize).orElse(OptionalInt.empty());
    return ofTool.orElse(batch);
  }

  private String optimizer() {
    return preset("--optimizer").flatMap(Preset::optimizer).orElse(optimizer);
  }

  /** The tool that decides an option: the one of {@code --like}, unless the option is given. */
  private Optional<Preset> preset(String option) {
    return given().has(option)
        ? Optional.empty()
        : like.map(tool -> given().checked("--like", () -> Preset.named(tool)));
  }

  private Given given() {
    return new Given(command);
  }

  /** Takes from the recipe for a table of this many rows what neither the user nor a tool gives. */
  void tableOf(int rows) {
    if (!given().has("--epochs")) {
      epochs = TableRecipe.epochs(rows, batch);
    }
    if (like.isEmpty()) {
      stopping.tableOf(rows);
    }
  }

  /** Returns one line that says how the command trains. */
  String summary() {
    return "seed %s · %s · %s of %s · %s"
        .formatted(
            seed,
            optimizer(),
            (stopping.mayEndEarly() ? "at most " : "") + Words.count(epochs(), "epoch"),
            Words.count(batch(), "example") + " a step",
            Words.count(threads, "thread"));
  }

  /**
   * Makes the network that the options ask for.
   *
   * @throws ParameterException if they cannot be read or do not go together
   */
  Network network(PluginRegistry registry, Shape input) {
    return layers.network(registry, input, Optional.empty(), like);
  }

  /**
   * Makes the network that the options ask for. The command adds the output layer, unless the user
   * gives all layers.
   *
   * @throws ParameterException if they cannot be read or do not go together
   */
  Network network(PluginRegistry registry, Shape input, String outputLayer) {
    return layers.network(registry, input, Optional.of(outputLayer), like);
  }

  /**
   * Makes the trainer that the options ask for.
   *
   * @param usualLoss the loss unless the user gives another
   * @param hasValidation whether the command has examples for validation
   * @throws ParameterException if they cannot be read or are out of range
   */
  Trainer trainer(
      PluginRegistry registry, String usualLoss, boolean hasValidation, TrainingListener listener) {
    files.check();
    page.check();
    TrainerBuilder builder = builder(registry, usualLoss, hasValidation);
    return built(files.configure(builder, epochs()).listener(listener));
  }

  /**
   * Makes a trainer for a model that is not kept: it writes neither log nor checkpoints.
   *
   * @throws ParameterException if the options cannot be read or are out of range
   */
  Trainer unloggedTrainer(PluginRegistry registry, String usualLoss) {
    return built(builder(registry, usualLoss, false));
  }

  /** Refuses what needs examples for validation, where a command cannot have any. */
  void refuseValidation(String why) {
    stopping.refuse(why);
  }

  private Trainer built(TrainerBuilder builder) {
    return given().checked("--optimizer", builder::build);
  }

  private TrainerBuilder builder(PluginRegistry registry, String usualLoss, boolean hasValidation) {
    atLeast("--epochs", epochs, 1);
    atLeast("--batch", batch, 1);
    atLeast("--threads", threads, 1);
    TrainerBuilder builder = Trainer.builder().registry(registry);
    like.ifPresent(tool -> given().checked("--like", () -> builder.like(tool)));
    stopping.configure(builder, hasValidation);
    String spec = loss.orElse(usualLoss);
    given().checked("--loss", () -> registry.loss(spec));
    return builder
        .loss(spec)
        .optimizer(optimizer())
        .epochs(epochs())
        .batchSize(batch())
        .seed(seed)
        .threads(threads);
  }

  /**
   * Starts or resumes a run. If the network does not fit the data, the fault is in {@code
   * --layers}, since the data is given.
   *
   * @param validation the validation set, or null if there is none
   * @throws ParameterException if the layers do not fit the data
   */
  TrainingSession started(
      Terminal terminal,
      PluginRegistry registry,
      Trainer trainer,
      Network network,
      Dataset train,
      @Nullable Dataset validation)
      throws IOException {
    try {
      return files.start(terminal, registry, trainer, network, train, validation);
    } catch (ShapeException e) {
      throw given().wrong("--layers: " + e.getMessage(), e);
    }
  }

  /**
   * Writes the page on a training if it was asked for.
   *
   * @param title such as the name of the data
   * @param contents what the page shows beside the training itself
   * @throws IOException if the page cannot be written
   */
  void writePage(
      String title, TrainingResult result, Consumer<ReportBuilder> contents, Terminal terminal)
      throws IOException {
    page.write(
        title,
        report -> {
          contents.accept(report);
          report.history(result.history()).remarks(result.advice()).seed(seed);
        },
        terminal);
  }

  private void atLeast(String option, int value, int minimum) {
    if (value < minimum) {
      throw given().wrong(option + " must be at least " + minimum + ", got " + value);
    }
  }
}

package dev.nn.examples.training;

import dev.nn.api.NnException;
import dev.nn.api.ShapeException;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainerBuilder;
import dev.nn.core.TrainingSession;
import dev.nn.core.TrainingState;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.plugin.ShortSpec;
import dev.nn.core.training.Checkpoints;
import dev.nn.examples.terminal.OutputFile;
import dev.nn.examples.terminal.Terminal;
import dev.nn.examples.terminal.Words;
import dev.nn.watch.Logs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options about files that every command that trains has. */
final class SavingOptions {
  private static final int MOST_PARTS = 100;

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Write the model to a file at the end.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--checkpoint",
      paramLabel = "FOLDER",
      description = {
        "Write the state of the training to this folder after each epoch, or about a hundred"
            + " times in all if there are more epochs. --resume goes on from it. The newest three files are kept."
      })
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--checkpoint-steps",
      paramLabel = "N",
      description = "Write a checkpoint every N steps instead.")
  private Optional<Long> steps = Optional.empty();

  @Option(
      names = "--resume",
      description = {
        "Go on from the newest intact checkpoint in the folder of --checkpoint as if the training had"
            + " never stopped. If there is none, start from the beginning."
      })
  private boolean resume;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = {
        "Write a line for each epoch to a file: JSON if its name ends in .json, .jsonl or .ndjson,"
            + " else CSV."
      })
  private Optional<Path> log = Optional.empty();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /**
   * Tells a trainer to write a log and checkpoints if the options ask for them.
   *
   * @param epochs of the whole training
   * @throws ParameterException if the options do not go together
   */
  TrainerBuilder configure(TrainerBuilder trainer, int epochs) {
    log.ifPresent(path -> trainer.listener(Logs.to(path)));
    folder.ifPresent(path -> refuseEmpty(path, "--checkpoint", "a folder; . is the current one"));
    if (folder.isEmpty()) {
      refuseWithoutFolder(resume, "--resume");
      refuseWithoutFolder(steps.isPresent(), "--checkpoint-steps");
      return trainer;
    }
    Checkpoints rule = Checkpoints.in(folder.get()).everyEpochs(Math.max(1, epochs / MOST_PARTS));
    if (steps.isEmpty()) {
      return trainer.checkpoints(rule);
    }
    if (steps.get() < 1) {
      throw wrong("--checkpoint-steps must be at least 1, got " + steps.get());
    }
    return trainer.checkpoints(rule.everySteps(steps.get()));
  }

  private void refuseWithoutFolder(boolean given, String option) {
    if (given) {
      throw wrong(option + " needs --checkpoint FOLDER, the folder with the checkpoints");
    }
  }

  private void refuseEmpty(Path path, String option, String wanted) {
    if (path.toString().isEmpty()) {
      throw wrong(option + " needs the name of " + wanted);
    }
  }

  /** Refuses at the start what would make the training useless at the end. */
  void check() {
    log.ifPresent(path -> OutputFile.check(command, "--log", path));
    if (file.isPresent()) {
      refuseEmpty(file.get(), "--save", "a file");
      SaveTarget.problem(file.get())
          .ifPresent(
              problem -> {
                throw wrong("--save: " + problem);
              });
    }
  }

  /** Refuses a model of a table that no file could hold, as it is before its training. */
  void checkFits(Supplier<Model> untrained) {
    if (file.isEmpty()) {
      return;
    }
    try {
      untrained.get().save(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw wrong(
          "--save: the model would not fit into a file: %s; leave out columns with very many different texts, with --columns NAME=ignore"
              .formatted(e.getMessage()));
    }
  }

  /**
   * Starts a new run, or resumes the one that was interrupted if {@code --resume} is given.
   *
   * @param validation the validation set, or null if there is none
   * @throws NnException if the checkpoints are of another network, or of other settings
   */
  TrainingSession start(
      Terminal terminal,
      PluginRegistry registry,
      Trainer trainer,
      Network network,
      Dataset train,
      @Nullable Dataset validation)
      throws IOException {
    Optional<TrainingState> state = newest(registry, network);
    if (state.isEmpty()) {
      return validation == null
          ? trainer.start(network, train)
          : trainer.start(network, train, validation);
    }
    TrainingSession session = resumed(trainer, state.get(), train, validation);
    terminal
        .err()
        .println("resuming in epoch " + session.epoch() + ", after step " + session.steps());
    int finished = state.get().history().size();
    if (finished >= session.epochs()) {
      terminal
          .err()
          .println(
              "nothing is left to do: %s finished, and --epochs is %s"
                  .formatted(
                      Words.count(finished, "epoch") + (finished == 1 ? " is" : " are"),
                      session.epochs()));
    }
    return session;
  }

  private TrainingSession resumed(
      Trainer trainer, TrainingState state, Dataset train, @Nullable Dataset validation)
      throws IOException {
    try {
      return validation == null
          ? trainer.start(state, train)
          : trainer.start(state, train, validation);
    } catch (ShapeException e) {
      throw e;
    } catch (NnException e) {
      throw new NnException(
          "the run in %s cannot go on: %s".formatted(folder.orElseThrow(), e.getMessage()), e);
    }
  }

  private Optional<TrainingState> newest(PluginRegistry registry, Network network)
      throws IOException {
    if (!resume || folder.isEmpty()) {
      return Optional.empty();
    }
    Optional<TrainingState> state = TrainingState.newest(folder.get(), registry);
    if (state.isPresent() && !state.get().network().spec().equals(network.spec())) {
      throw new NnException(
          "the checkpoints in %s are of another network:\n  %s\nthan the one asked for:\n  %s\nresume with their network, or choose an empty folder"
              .formatted(
                  folder.get(),
                  layers(state.get().network(), registry),
                  layers(network, registry)));
    }
    return state;
  }

  private static String layers(Network network, PluginRegistry registry) {
    return network.layers().stream()
        .map(layer -> ShortSpec.of(layer, registry).toString())
        .collect(Collectors.joining(", "));
  }

  /** Writes the model to the file of {@code --save}, or to a temporary one if that fails. */
  void save(Model model, Terminal terminal) throws IOException {
    if (file.isPresent()) {
      ModelKeeper.save(model, file.get(), Path.of(System.getProperty("java.io.tmpdir")));
      terminal.printf("saved to %s", file.get());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}

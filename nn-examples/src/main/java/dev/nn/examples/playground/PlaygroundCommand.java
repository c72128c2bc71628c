package dev.nn.examples.playground;

import dev.nn.api.NnException;
import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.TrainingException;
import dev.nn.examples.terminal.Terminal;
import dev.nn.playground.Playground;
import dev.nn.playground.recipe.Advice;
import dev.nn.playground.recipe.Plan;
import dev.nn.playground.recipe.Recipe;
import java.io.IOException;
import java.net.BindException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Opens a page on which one watches a network learn. */
@Command(
    name = "playground",
    description = {
      "Open a page in the browser on which one watches a network learn.",
      "The page is for this machine only. Ctrl-C ends it."
    },
    sortOptions = false)
public final class PlaygroundCommand implements Callable<Integer> {
  private static final int HIGHEST_PORT = 65_535;

  private final Terminal terminal;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8420",
      description = "The port of the page; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--train",
      paramLabel = "STATE",
      description = {
        "Open no page, but train as one with this address would, and print the SHA-256 of the"
            + " weights. The page shows the command under \"As a command line\"."
      })
  private Optional<String> state = Optional.empty();

  @Spec private CommandSpec command = CommandSpec.create();

  /** Makes the command, which prints to a terminal. */
  public PlaygroundCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    return state.isPresent() ? train(state.get()) : open();
  }

  private int train(String text) {
    Plan plan;
    try {
      plan = Recipe.parse(text).plan(PluginRegistry.load());
    } catch (NnException e) {
      throw wrong("--train: " + Advice.counted(String.valueOf(e.getMessage())), e);
    }
    terminal.printf(
        "%s: %s points, %s", plan.recipe().data(), plan.train().points().size(), plan.network());
    try {
      Model model = plan.trained();
      terminal.printf("steps          %s", steps(plan.recipe().steps()));
      terminal.printf("weights sha256 %s", model.weightsSha256());
      return ExitCode.OK;
    } catch (TrainingException e) {
      terminal.err().println("nn: " + plan.advice().ofFailure(String.valueOf(e.getMessage())));
      return ExitCode.SOFTWARE;
    }
  }

  /** The page shows the command at its first step too, where there is nothing to train yet. */
  private static String steps(long steps) {
    return steps == 0 ? "0, so these are the first weights; to train, add &steps=1000" : "" + steps;
  }

  private int open() throws IOException, InterruptedException {
    if (port < 0 || port > HIGHEST_PORT) {
      throw wrong("--port must be from 0 to %s, got %s".formatted(HIGHEST_PORT, port), null);
    }
    try (Playground playground = Playground.open(PluginRegistry.load(), port)) {
      terminal.out().println("The playground is at " + playground.address());
      terminal.out().println("Ctrl-C ends it.");
      terminal.flush();
      new CountDownLatch(1).await();
      return ExitCode.OK;
    } catch (BindException e) {
      throw wrong(
          "port %s is taken, perhaps by another playground: choose another one, such as --port %s, or --port 0 for any"
              .formatted(port, port + 1),
          e);
    }
  }

  private ParameterException wrong(String message, @Nullable Throwable cause) {
    return new ParameterException(command.commandLine(), message, cause);
  }
}

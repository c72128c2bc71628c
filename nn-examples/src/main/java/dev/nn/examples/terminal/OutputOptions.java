package dev.nn.examples.training;

import dev.nn.core.TrainerBuilder;
import dev.nn.examples.terminal.Terminal;
import dev.nn.watch.Logs;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say what a command that trains prints. */
final class OutputOptions {
  @Option(names = "--quiet", description = "Print the last lines only.")
  private boolean quiet;

  @Option(names = "--json", description = "Print the results as one line of JSON.")
  private boolean json;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = {
        "Write a line for each epoch to a file: JSON if its name ends in .json, .jsonl or .ndjson,"
            + " else CSV."
      })
  private Optional<Path> log = Optional.empty();

  /** Tells a trainer to write the log, if there is to be one. */
  void configure(TrainerBuilder trainer) {
    log.ifPresent(file -> trainer.listener(Logs.to(file)));
  }

  /** Where everything but the last lines goes. */
  Terminal chat(Terminal terminal) {
    return quiet ? terminal.silent() : json ? terminal.withoutResults() : terminal;
  }

  /** Prints the results, which are what nobody can turn off. */
  void print(LastLines results, Terminal terminal) {
    results.print(terminal, json);
  }
}

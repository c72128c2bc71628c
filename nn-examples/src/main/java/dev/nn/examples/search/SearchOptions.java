package dev.nn.examples.search;

import dev.nn.examples.terminal.OutputFile;
import dev.nn.examples.terminal.WholeNumber;
import dev.nn.search.Search;
import dev.nn.search.SearchSpace;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how to search. */
final class SearchOptions {
  /** The ways to search, by the words of the command line. */
  enum Strategy {
    halving,
    random,
    grid
  }

  @Option(
      names = "--strategy",
      paramLabel = "halving|random|grid",
      defaultValue = "halving",
      description = {
        "halving: of many trials with few epochs the best third goes on to three times as many, and"
            + " so on. random: each trial has all epochs. grid: all there is. Default:"
            + " ${DEFAULT-VALUE}."
      })
  private Strategy strategy = Strategy.halving;

  @Option(
      names = "--trials",
      paramLabel = "N",
      defaultValue = "27",
      description = "How many settings to try. Default: ${DEFAULT-VALUE}.")
  private int trials;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "100",
      description = "For how many epochs to train what goes to the end. Default: ${DEFAULT-VALUE}.")
  private int epochs;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = {
        "How many trials run side by side. The result does not depend on it. Default: one for each"
            + " processor."
      })
  private int workers = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = {
        "Keep each trial in this file as soon as it has ended. If the file is there, the search goes"
            + " on where it stopped."
      })
  private Optional<Path> journal = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = WholeNumber.Seed.class,
      defaultValue = "0",
      description = {
        "Decides everything that is random: what is tried, the first weights, the order of the"
            + " examples and to which part a row belongs. Default: ${DEFAULT-VALUE}."
      })
  private long seed;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  long seed() {
    return seed;
  }

  /**
   * The search that the options ask for.
   *
   * @throws ParameterException if a number is too small
   */
  Search over(SearchSpace space) {
    atLeastOne("--trials", trials);
    atLeastOne("--epochs", epochs);
    atLeastOne("--workers", workers);
    Search search =
        switch (strategy) {
          case halving -> Search.halving(space);
          case random -> Search.random(space);
          case grid -> Search.grid(space);
        };
    Search sized = search.trials(trials).epochs(epochs).workers(workers).seed(seed);
    return journal.map(sized::journal).orElse(sized);
  }

  /**
   * Refuses a journal that could not be written.
   *
   * @param inputs what the command reads
   * @throws ParameterException if it is refused
   */
  void check(Path... inputs) {
    journal.ifPresent(file -> OutputFile.check(command, "--journal", file, inputs));
  }

  /** Those files and the journal, if there is one. */
  Path[] withJournal(Path... files) {
    return Stream.concat(Arrays.stream(files), journal.stream()).toArray(Path[]::new);
  }

  private void atLeastOne(String option, int value) {
    if (value < 1) {
      throw new ParameterException(
          command.commandLine(), option + " must be at least 1, got " + value);
    }
  }
}

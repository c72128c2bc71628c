package dev.nn.search;

import dev.nn.api.NnException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A search for the settings that do best. An instance is a value; each method gives another one.
 *
 * <pre>{@code
 * SearchSpace space =
 *     SearchSpace.of("layers", "dense(units={16, 64, 256}, activation={relu, tanh})")
 *         .and("optimizer", "adam(learning_rate=[1e-4..1e-1 log])");
 * SearchResult result =
 *     Search.random(space)
 *         .trials(30)
 *         .workers(2)
 *         .journal(Path.of("search.jsonl"))
 *         .over(TableObjective.of(table, schema));
 * System.out.println(result);
 * System.out.println(result.best().settings());
 * }</pre>
 *
 * <p>The result depends on the space, the seed, the number of trials and epochs, and on what the
 * objective makes of them, and on nothing else: not on the number of workers, and not on how often
 * the search was interrupted and went on with its journal.
 */
public final class Search {
  private static final int TRIALS = 20;
  private static final int EPOCHS = 30;

  private final Plan plan;

  private Search(Plan plan) {
    this.plan = plan;
  }

  private static Search of(SearchSpace space, Strategy strategy) {
    Objects.requireNonNull(space, "space");
    return new Search(
        new Plan(space, strategy, TRIALS, EPOCHS, 1, 0, Optional.empty(), result -> {}));
  }

  /** A search that trains random settings to the end, each of them once. */
  public static Search random(SearchSpace space) {
    return of(space, Strategy.RANDOM);
  }

  /**
   * A search by successive halving: many random settings begin with few epochs, and the best third
   * of them goes on to three times as many, and so on until the few that are left have all epochs.
   * What goes on is trained anew, to the same weights as if it had not stopped.
   */
  public static Search halving(SearchSpace space) {
    return of(space, Strategy.HALVING);
  }

  /** A search through all settings there are; the number of trials does not matter. */
  public static Search grid(SearchSpace space) {
    return of(space, Strategy.GRID);
  }

  /** How many settings to try, by default 20; fewer if the space has no more. */
  public Search trials(int trials) {
    return new Search(plan.withTrials(atLeastOne("trials", trials)));
  }

  /** For how many epochs a trial is trained that goes to the end, by default 30. */
  public Search epochs(int epochs) {
    return new Search(plan.withEpochs(atLeastOne("epochs", epochs)));
  }

  /**
   * How many trials run side by side, by default one. If there are several, each may use one
   * thread; a trial alone may use all.
   */
  public Search workers(int workers) {
    return new Search(plan.withWorkers(atLeastOne("workers", workers)));
  }

  /** Decides which settings are tried, and all that is random in the trials; by default 0. */
  public Search seed(long seed) {
    return new Search(plan.withSeed(seed));
  }

  /**
   * Keeps each trial in a file as soon as it has ended. A search that finds its journal goes on
   * with it, even if it was killed while it wrote.
   */
  public Search journal(Path file) {
    return new Search(plan.withJournal(Objects.requireNonNull(file, "file")));
  }

  /** Tells of each trial that has ended, one at a time, by the thread that ran it. */
  public Search listener(Consumer<TrialResult> listener) {
    return new Search(plan.withListener(Objects.requireNonNull(listener, "listener")));
  }

  /**
   * Searches.
   *
   * @throws NnException if the journal is that of another search, if a grid has no end, or if the
   *     thread is interrupted, which stays interrupted
   * @throws IOException if the journal cannot be read or written
   */
  public SearchResult over(Objective objective) throws IOException {
    return new SearchRun(plan, Objects.requireNonNull(objective, "objective")).run();
  }

  private static int atLeastOne(String name, int value) {
    if (value < 1) {
      throw new NnException(name + " must be at least 1, got " + value);
    }
    return value;
  }
}

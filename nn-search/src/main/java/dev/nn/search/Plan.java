package dev.nn.search;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** All that a search was told. */
record Plan(
    SearchSpace space,
    Strategy strategy,
    int trials,
    int epochs,
    int workers,
    long seed,
    Optional<Path> journal,
    Consumer<TrialResult> listener) {

  /** What tells this search from others, as the first line of its journal. */
  Map<String, String> identity(Objective objective) {
    Map<String, String> identity = new LinkedHashMap<>();
    identity.put("strategy", strategy.word());
    // A random search may go on to more trials; halving begins otherwise if there are more.
    if (strategy == Strategy.HALVING) {
      identity.put("trials", String.valueOf(trials));
    }
    identity.put("epochs", String.valueOf(epochs));
    identity.put("seed", String.valueOf(seed));
    identity.put("measure", objective.measure().name());
    space.texts().forEach((name, text) -> identity.put("space of " + name, text));
    identity.put("data", objective.fingerprint());
    return identity;
  }

  Plan withTrials(int other) {
    return new Plan(space, strategy, other, epochs, workers, seed, journal, listener);
  }

  Plan withEpochs(int other) {
    return new Plan(space, strategy, trials, other, workers, seed, journal, listener);
  }

  Plan withWorkers(int other) {
    return new Plan(space, strategy, trials, epochs, other, seed, journal, listener);
  }

  Plan withSeed(long other) {
    return new Plan(space, strategy, trials, epochs, workers, other, journal, listener);
  }

  Plan withJournal(Path other) {
    return new Plan(space, strategy, trials, epochs, workers, seed, Optional.of(other), listener);
  }

  Plan withListener(Consumer<TrialResult> other) {
    return new Plan(space, strategy, trials, epochs, workers, seed, journal, other);
  }
}

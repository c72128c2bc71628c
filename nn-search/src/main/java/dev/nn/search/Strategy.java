package dev.nn.search;

import dev.nn.api.NnException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which settings are tried, and for how many epochs. */
enum Strategy {
  /** Every trial is trained to the end. */
  RANDOM,

  /**
   * Many trials begin, and of each rung the best third goes on to three times as many epochs
   * (Jamieson and Talwalkar, <i>Non-stochastic Best Arm Identification and Hyperparameter
   * Optimization</i>, 2016).
   */
  HALVING,

  /** All settings there are. */
  GRID;

  /** The share that goes on is 1 of this many, and the epochs are so many times as many. */
  static final int FACTOR = 3;

  /** A space that gives nothing new for so long is used up. */
  private static final int MAX_REPEATS = 1_000;

  private static final int MAX_GRID = 100_000;

  /** The settings to try, no two of them equal: fewer than asked for if there are no more. */
  List<Settings> settings(SearchSpace space, long seed, int trials) {
    return this == GRID ? all(space) : random(space, seed, trials);
  }

  private static List<Settings> all(SearchSpace space) {
    if (space.size().orElse(0) > MAX_GRID) {
      throw new NnException(
          "a grid of %s settings is too large: take some out, or search at random"
              .formatted(space.size().getAsLong()));
    }
    List<Settings> all = new ArrayList<>();
    do {
      all.add(space.combination(all.size()));
    } while (all.size() < space.size().orElse(0));
    return all;
  }

  private static List<Settings> random(SearchSpace space, long seed, int trials) {
    Set<Settings> seen = new HashSet<>();
    List<Settings> distinct = new ArrayList<>();
    int repeats = 0;
    for (long draw = 0; distinct.size() < trials && repeats < MAX_REPEATS; draw++) {
      Settings settings = space.sample(seed, draw);
      if (seen.add(settings)) {
        distinct.add(settings);
        repeats = 0;
      } else {
        repeats++;
      }
    }
    return distinct;
  }

  /**
   * The epochs of each rung, so that the last one has all of them and a third of a third … begins.
   */
  List<Integer> rungs(int trials, int epochs) {
    List<Integer> rungs = new ArrayList<>();
    rungs.add(epochs);
    if (this == HALVING) {
      long divisor = FACTOR;
      while (divisor <= trials && divisor <= epochs) {
        rungs.add(0, (int) (epochs / divisor));
        divisor *= FACTOR;
      }
    }
    return rungs;
  }

  /** What the journal calls it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

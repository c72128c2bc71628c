package dev.nn.core.internal.parallel;

import java.util.Arrays;

/**
 * Finds out how many workers are fastest by timing real steps with different numbers of them now
 * and then. What is fastest depends on the size of a step, on how far apart the cores are, and on
 * what else the machine does. The bits do not depend on it.
 *
 * <p>Trying takes about one fiftieth of the time, and up to a fifth while the choice changes.
 */
public final class Pace {
  private static final int MIN_STEPS = 3;
  private static final long MIN_NANOS = 400_000;
  private static final int ROUNDS = 3;
  private static final long FIRST_PERIOD = 4;
  private static final long LONGEST_PERIOD = 50;

  /** Another number has to be faster by more than times differ for no reason. */
  private static final double CLEARLY_FASTER = 0.95;

  private final int[] candidates;
  private final long[] best;
  private int candidate;
  private int round;
  private int steps;
  private long nanos;
  private long triedNanos;
  private long restNanos;
  private long period = FIRST_PERIOD;
  private int choice;

  private Pace(int[] candidates) {
    this.candidates = candidates;
    best = new long[candidates.length];
    choice = candidates.length - 1;
    startTrial();
  }

  /** Returns a pace that finds the fastest number up to a limit. */
  public static Pace upTo(int workers) {
    return new Pace(candidatesUpTo(workers));
  }

  /** Returns a pace that always uses the same number. */
  public static Pace fixed(int workers) {
    return new Pace(new int[] {workers});
  }

  /** Returns 1, 2, 4, … and the limit. */
  private static int[] candidatesUpTo(int workers) {
    int count = Integer.SIZE - Integer.numberOfLeadingZeros(workers - 1) + 1;
    int[] result = new int[count];
    for (int i = 0; i < count; i++) {
      result[i] = Math.min(1 << i, workers);
    }
    return result;
  }

  /** The numbers that are tried. */
  public int[] candidates() {
    return candidates.clone();
  }

  /** Returns how many workers are to do the next step. */
  public int workers() {
    return candidates[isTrying() && candidates.length > 1 ? candidate : choice];
  }

  private boolean isTrying() {
    return round < ROUNDS;
  }

  /** Says how long the step took. */
  public void took(long stepNanos) {
    if (candidates.length == 1) {
      return;
    }
    if (isTrying()) {
      steps++;
      nanos += stepNanos;
      if (steps >= MIN_STEPS && nanos >= MIN_NANOS) {
        endWindow();
      }
    } else {
      restNanos -= stepNanos;
      if (restNanos <= 0) {
        startTrial();
      }
    }
  }

  private void startTrial() {
    candidate = 0;
    round = 0;
    triedNanos = 0;
    Arrays.fill(best, Long.MAX_VALUE);
    startWindow();
  }

  private void startWindow() {
    steps = 0;
    nanos = 0;
  }

  /**
   * The best of several windows counts, because anything else that runs on the machine can only
   * make a step slower.
   */
  private void endWindow() {
    best[candidate] = Math.min(best[candidate], nanos / steps);
    triedNanos += nanos;
    startWindow();
    candidate++;
    if (candidate == candidates.length) {
      candidate = 0;
      round++;
    }
    if (!isTrying()) {
      choose();
    }
  }

  private void choose() {
    int fastest = choice;
    for (int i = 0; i < best.length; i++) {
      if (best[i] < best[fastest]) {
        fastest = i;
      }
    }
    if (best[fastest] < CLEARLY_FASTER * best[choice]) {
      choice = fastest;
      // What made it faster may be over in a moment, so a new choice is soon made again.
      period = FIRST_PERIOD;
    }
    restNanos = triedNanos * period;
    // So are the first choices, which are made before the compiler is done with the code.
    period = Math.min(2 * period, LONGEST_PERIOD);
  }
}

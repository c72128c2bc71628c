package dev.nn.core.internal.run;

import java.util.random.RandomGenerator;

/** Random orders, by Fisher and Yates. */
public final class Shuffle {
  private Shuffle() {}

  /** Fills the array with a random order of 0, 1, …; what it held does not matter. */
  public static void shuffle(int[] order, RandomGenerator random) {
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }
}

package dev.nn.math;

/** Uniform numbers below a bound or between two, without bias. */
final class RandomBounds {
  private static final long LOW_WORD = 0xffffffffL;

  private RandomBounds() {}

  /**
   * Lemire, <i>Fast Random Integer Generation in an Interval</i>, 2019: the high word of
   * draw·bound, drawn again for the few low words that would make some results likelier than
   * others.
   */
  static int nextInt(CounterRandom random, int bound) {
    if (bound <= 0) {
      throw notPositive(bound);
    }
    long product = (random.nextLong() >>> 32) * bound;
    if ((product & LOW_WORD) < bound) {
      long surplus = (1L << 32) % bound;
      while ((product & LOW_WORD) < surplus) {
        product = (random.nextLong() >>> 32) * bound;
      }
    }
    return (int) (product >>> 32);
  }

  static int nextInt(CounterRandom random, int origin, int bound) {
    if (origin >= bound) {
      throw emptyRange(origin, bound);
    }
    int width = bound - origin;
    if (width > 0) {
      return origin + nextInt(random, width);
    }
    // The width overflows, so at least half of all ints lie inside.
    int draw = random.nextInt();
    while (draw < origin || draw >= bound) {
      draw = random.nextInt();
    }
    return draw;
  }

  /** The rest of 63 bits by the bound; a draw from the incomplete last block is drawn again. */
  static long nextLong(CounterRandom random, long bound) {
    if (bound <= 0) {
      throw notPositive(bound);
    }
    long draw = random.nextLong() >>> 1;
    long rest = draw % bound;
    while (draw - rest > Long.MAX_VALUE - (bound - 1)) {
      draw = random.nextLong() >>> 1;
      rest = draw % bound;
    }
    return rest;
  }

  static long nextLong(CounterRandom random, long origin, long bound) {
    if (origin >= bound) {
      throw emptyRange(origin, bound);
    }
    long width = bound - origin;
    if (width > 0) {
      return origin + nextLong(random, width);
    }
    long draw = random.nextLong();
    while (draw < origin || draw >= bound) {
      draw = random.nextLong();
    }
    return draw;
  }

  /** origin + u·(bound − origin), computed in {@code double}, where the width cannot overflow. */
  static float nextFloat(CounterRandom random, float origin, float bound) {
    if (!(origin < bound && Float.isFinite(origin) && Float.isFinite(bound))) {
      throw emptyRange(origin, bound);
    }
    float result = (float) (origin + random.nextFloat() * ((double) bound - origin));
    return result < bound ? result : Math.nextDown(bound);
  }

  /** origin + u·(bound − origin), computed at half size, where the width cannot overflow. */
  static double nextDouble(CounterRandom random, double origin, double bound) {
    if (!(origin < bound && Double.isFinite(origin) && Double.isFinite(bound))) {
      throw emptyRange(origin, bound);
    }
    double width = 0.5 * bound - 0.5 * origin;
    double result = (0.5 * origin + random.nextDouble() * width) * 2;
    return result < bound ? result : Math.nextDown(bound);
  }

  private static IllegalArgumentException notPositive(long bound) {
    return new IllegalArgumentException("bound must be positive, but is " + bound);
  }

  private static IllegalArgumentException emptyRange(Number origin, Number bound) {
    return new IllegalArgumentException(
        "origin must be less than bound and both finite, but they are " + origin + " and " + bound);
  }
}

package dev.nn.search.space;

import dev.nn.math.CounterRandom;

/**
 * Fills holes at random. Each has a stream of its own, so that no choice depends on another.
 *
 * @param seed of the search
 * @param part number of the text among those of the space
 * @param draw number of the settings
 */
record RandomPick(long seed, int part, long draw) implements Pick {
  /** Sets these draws apart from others that start from the same seed: "search" in ASCII. */
  private static final long PURPOSE = 0x73_65_61_72_63_68L;

  @Override
  public int alternative(int hole, long[] ways) {
    return stream(hole).nextInt(ways.length);
  }

  @Override
  public String number(int hole, Numbers numbers) {
    return numbers.draw(stream(hole));
  }

  private CounterRandom stream(int hole) {
    return CounterRandom.of(seed, PURPOSE, draw, part, hole);
  }
}

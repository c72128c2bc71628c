package dev.nn.core.engine;

import dev.nn.math.CounterRandom;

/**
 * The purposes for which random numbers are drawn. Each has streams of its own, so none disturbs
 * another.
 */
public final class Streams {
  private static final long INITIALIZATION = 1;
  private static final long SHUFFLE = 2;
  private static final long LAYER = 3;

  private Streams() {}

  /** The stream that initialises a parameter. */
  static CounterRandom initialization(long seed, int stage, int parameter) {
    return CounterRandom.of(seed, INITIALIZATION, stage, parameter);
  }

  /** The stream that shuffles the examples of an epoch. */
  public static CounterRandom shuffle(long seed, int epoch) {
    return CounterRandom.of(seed, SHUFFLE, epoch);
  }

  /**
   * The key of the numbers that a layer draws in a step; rows have streams of their own below it.
   */
  static long layerKey(long seed, int stage, long step, int stream) {
    return CounterRandom.key(seed, LAYER, stage, step, stream);
  }
}

package dev.nn.core.internal.engine;

import dev.nn.math.CounterRandom;

/**
 * The purposes for which random numbers are drawn. Each has its own streams, so that none disturbs
 * another.
 */
public final class Streams {
  private static final long INITIALIZATION = 1;
  private static final long SHUFFLE = 2;
  private static final long LAYER = 3;
  private static final long VALIDATION_SPLIT = 4;
  private static final long SHARD = 5;

  private Streams() {}

  /** The stream that initialises a parameter. */
  static CounterRandom initialization(long seed, int stage, int parameter) {
    return CounterRandom.of(seed, INITIALIZATION, stage, parameter);
  }

  /** The stream that shuffles the examples of an epoch. */
  public static CounterRandom shuffle(long seed, int epoch) {
    return CounterRandom.of(seed, SHUFFLE, epoch);
  }

  /** The stream that chooses the examples that are set aside for validation. */
  public static CounterRandom validationSplit(long seed) {
    return CounterRandom.of(seed, VALIDATION_SPLIT);
  }

  /** The seed of what is random in the steps of one shard. */
  public static long shard(long seed, int shard) {
    return CounterRandom.key(seed, SHARD, shard);
  }

  /** The key of all numbers that a layer draws in training. */
  static long layer(long seed, int stage) {
    return CounterRandom.key(seed, LAYER, stage);
  }

  /** The key of one draw of a layer in one step; each row has a stream of its own below it. */
  static long ofStep(long layerKey, long step, int stream) {
    return CounterRandom.bits(CounterRandom.bits(layerKey, step), stream);
  }
}

package dev.nn.core.internal.engine;

/**
 * Where a training run stands; written by the engine's thread between steps, read by all workers.
 */
final class StepClock {
  private final long seed;
  private long step;
  private double learningRate;

  StepClock(long seed) {
    this.seed = seed;
  }

  long seed() {
    return seed;
  }

  /** Updates made before the current one. */
  long step() {
    return step;
  }

  double learningRate() {
    return learningRate;
  }

  void set(long step, double learningRate) {
    this.step = step;
    this.learningRate = learningRate;
  }
}

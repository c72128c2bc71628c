package dev.nn.core.internal.engine;

/**
 * How far a training run has got. The engine's thread writes it between steps, and all workers read
 * it.
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

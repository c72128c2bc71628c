package dev.nn.core.internal.engine;

import dev.nn.api.ParameterTile;

/** The part of the parameters that one call of an optimizer updates. */
final class UpdateTile implements ParameterTile {
  /** After this many steps the slots are looked through, which costs next to nothing then. */
  private static final int STEPS_TO_FLUSH = 64;

  private final float[] weights;
  private final float[] gradients;
  private final OptimizerState state;
  private final StepClock clock;
  private final int from;
  private final int to;
  private final int columns;
  private final boolean decays;

  UpdateTile(
      float[] weights,
      float[] gradients,
      OptimizerState state,
      StepClock clock,
      int from,
      int to,
      int columns,
      boolean decays) {
    this.weights = weights;
    this.gradients = gradients;
    this.state = state;
    this.clock = clock;
    this.from = from;
    this.to = to;
    this.columns = columns;
    this.decays = decays;
  }

  /** Sees to it now and then, by the number of the step alone, that no slot keeps subnormals. */
  void tidySlots() {
    if ((clock.step() + 1) % STEPS_TO_FLUSH == 0) {
      state.flushSubnormals(from, to);
    }
  }

  @Override
  public float[] weights() {
    return weights;
  }

  @Override
  public float[] gradients() {
    return gradients;
  }

  @Override
  public float[] slot(int slot) {
    return state.slot(slot);
  }

  @Override
  public int from() {
    return from;
  }

  @Override
  public int to() {
    return to;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public double learningRate() {
    return clock.learningRate();
  }

  @Override
  public boolean decays() {
    return decays;
  }

  @Override
  public long step() {
    return clock.step();
  }

  @Override
  public double scalar(int index) {
    return state.scalars()[index];
  }
}

package dev.nn.core.internal.engine;

import dev.nn.api.ParameterTile;

/** The part of the parameters that one call of an optimizer updates. */
final class UpdateTile implements ParameterTile {
  /**
   * Each look costs 0.8 ns a float, in a step of plain descent for one example nearly two steps: so
   * seldom that this is less than a hundredth.
   */
  private static final int STEPS_TO_FLUSH = 256;

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

  /**
   * After every so many steps, sets weights and slots that are not 0 but smaller than a normal
   * float to 0. Where no gradient comes any more, as at a unit that is dead, averages that decay,
   * and weights with a penalty, would end as such numbers for good, and processors of Intel take
   * over ten times as long for each vector that holds one.
   */
  void flushSubnormals() {
    if ((clock.step() + 1) % STEPS_TO_FLUSH == 0) {
      flushSubnormals(weights);
      for (float[] slot : state.slots()) {
        flushSubnormals(slot);
      }
    }
  }

  private void flushSubnormals(float[] v) {
    for (int i = from; i < to; i++) {
      if (Math.abs(v[i]) < Float.MIN_NORMAL && v[i] != 0) {
        v[i] = 0;
      }
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

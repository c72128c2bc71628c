package dev.nn.tests.conformance;

import dev.nn.api.Optimizer;
import dev.nn.api.ParameterTile;
import dev.nn.api.Schedule;

/**
 * Another optimizer whose first slot does not start from a constant.
 *
 * @param inner the other optimizer
 * @param slot what its first slot holds before the first step; after a step, what it holds then
 */
record GivenVelocity(Optimizer inner, float[] slot) implements Optimizer {
  @Override
  public String name() {
    return "test.given_velocity";
  }

  @Override
  public Schedule learningRate() {
    return inner.learningRate();
  }

  @Override
  public int slots() {
    return inner.slots();
  }

  @Override
  public void update(ParameterTile tile) {
    int from = tile.from();
    int length = tile.to() - from;
    System.arraycopy(slot, from, tile.slot(0), from, length);
    inner.update(tile);
    System.arraycopy(tile.slot(0), from, slot, from, length);
  }
}

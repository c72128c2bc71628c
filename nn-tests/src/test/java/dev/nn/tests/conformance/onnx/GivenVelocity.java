package dev.nn.tests.conformance.onnx;

import dev.nn.api.Optimizer;
import dev.nn.api.ParameterTile;
import dev.nn.api.Schedule;

/**
 * Another optimizer whose first slot does not start from a constant, for a network with one small
 * parameter.
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
    System.arraycopy(slot, 0, tile.slot(0), from, slot.length);
    inner.update(tile);
    System.arraycopy(tile.slot(0), from, slot, 0, slot.length);
  }
}

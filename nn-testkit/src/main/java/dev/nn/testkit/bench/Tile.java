package dev.nn.testkit.bench;

import dev.nn.api.ParameterTile;

/** A tile of given arrays, as the engine would pass it. */
public final class Tile implements ParameterTile {
  private final float[] weights;
  private final float[] gradients;
  private final float[][] slots;
  private final int from;
  private final int to;
  private final double learningRate;
  private final long step;
  private final double[] scalars;

  public Tile(
      float[] weights,
      float[] gradients,
      float[][] slots,
      int from,
      int to,
      double learningRate,
      long step,
      double[] scalars) {
    this.weights = weights;
    this.gradients = gradients;
    this.slots = slots;
    this.from = from;
    this.to = to;
    this.learningRate = learningRate;
    this.step = step;
    this.scalars = scalars;
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
    return slots[slot];
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
  public double learningRate() {
    return learningRate;
  }

  @Override
  public long step() {
    return step;
  }

  @Override
  public double scalar(int index) {
    return scalars[index];
  }
}

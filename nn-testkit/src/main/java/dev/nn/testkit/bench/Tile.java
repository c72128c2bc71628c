package dev.nn.testkit.bench;

import dev.nn.api.ParameterTile;

/** A tile of given arrays, as the engine would pass it, of one row unless it says otherwise. */
public final class Tile implements ParameterTile {
  private final float[] weights;
  private final float[] gradients;
  private final float[][] slots;
  private final int from;
  private final int to;
  private final double learningRate;
  private final long step;
  private final double[] scalars;
  private final int columns;

  public Tile(
      float[] weights,
      float[] gradients,
      float[][] slots,
      int from,
      int to,
      double learningRate,
      long step,
      double[] scalars) {
    this(weights, gradients, slots, from, to, learningRate, step, scalars, to - from);
  }

  public Tile(
      float[] weights,
      float[] gradients,
      float[][] slots,
      int from,
      int to,
      double learningRate,
      long step,
      double[] scalars,
      int columns) {
    this.weights = weights;
    this.gradients = gradients;
    this.slots = slots;
    this.from = from;
    this.to = to;
    this.learningRate = learningRate;
    this.step = step;
    this.scalars = scalars;
    this.columns = columns;
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
  public int columns() {
    return columns;
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

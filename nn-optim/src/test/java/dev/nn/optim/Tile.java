package dev.nn.optim;

import dev.nn.api.Optimizer;
import dev.nn.api.ParameterTile;
import java.util.Arrays;

/** The engine's part in small: owns weights, gradients, slots and scalars, and makes steps. */
final class Tile implements ParameterTile {
  private final Optimizer optimizer;
  private final float[] weights;
  private final float[] gradients;
  private final float[][] slots;
  private final double[] scalars;
  private final int from;
  private final int to;
  private final int columns;
  private double learningRate;
  private long step;

  /** One row. */
  Tile(Optimizer optimizer, float[] weights, int from, int to) {
    this(optimizer, weights, from, to, to - from);
  }

  /** Rows of so many columns. */
  Tile(Optimizer optimizer, float[] weights, int from, int to, int columns) {
    this.columns = columns;
    this.optimizer = optimizer;
    this.weights = weights;
    this.gradients = new float[weights.length];
    this.slots = new float[optimizer.slots()][weights.length];
    this.scalars = new double[optimizer.scalars()];
    this.from = from;
    this.to = to;
    for (int slot = 0; slot < slots.length; slot++) {
      Arrays.fill(slots[slot], optimizer.initialSlot(slot));
    }
  }

  static Tile of(Optimizer optimizer, float... weights) {
    return new Tile(optimizer, weights, 0, weights.length);
  }

  Tile step(double rate, float... gradient) {
    System.arraycopy(gradient, 0, gradients, 0, gradient.length);
    learningRate = rate;
    optimizer.prepare(step, scalars);
    optimizer.update(this);
    step++;
    return this;
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

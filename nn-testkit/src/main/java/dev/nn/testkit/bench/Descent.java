package dev.nn.testkit.bench;

import dev.nn.api.Optimizer;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Parameters that an optimizer updates, with the state that an engine would keep for it. */
public final class Descent {
  private final float[] weights;
  private final float[][] slots;
  private final double[] scalars;
  private final double learningRate;
  private long step;

  public Descent(Optimizer optimizer, double learningRate, float... start) {
    this.weights = start.clone();
    this.learningRate = learningRate;
    this.scalars = new double[optimizer.scalars()];
    this.slots = new float[optimizer.slots()][start.length];
    for (int slot = 0; slot < slots.length; slot++) {
      Arrays.fill(slots[slot], optimizer.initialSlot(slot));
    }
  }

  private Descent(Descent other) {
    this.weights = other.weights.clone();
    this.slots = Arrays.stream(other.slots).map(float[]::clone).toArray(float[][]::new);
    this.scalars = other.scalars.clone();
    this.learningRate = other.learningRate;
    this.step = other.step;
  }

  /** Returns a copy, as a checkpoint would hold it. */
  public Descent saved() {
    return new Descent(this);
  }

  public float[] weights() {
    return weights;
  }

  /** Updates in parts that end at the given indices and at the end. */
  public void step(Optimizer optimizer, float[] gradients, int... cuts) {
    optimizer.prepare(step, scalars);
    float[] scratch = gradients.clone();
    int from = 0;
    for (int cut : cuts) {
      optimizer.update(tile(scratch, from, cut));
      from = cut;
    }
    optimizer.update(tile(scratch, from, weights.length));
    step++;
  }

  /**
   * Updates a matrix and then the rest as one row: the kernel and the bias of a layer.
   *
   * @param rows of the matrix, which begins at the first weight
   * @param columns of the matrix
   */
  public void stepOfLayer(Optimizer optimizer, float[] gradients, int rows, int columns) {
    optimizer.prepare(step, scalars);
    float[] scratch = gradients.clone();
    int size = rows * columns;
    optimizer.update(
        new Tile(weights, scratch, slots, 0, size, learningRate, step, scalars, columns));
    optimizer.update(tile(scratch, size, weights.length));
    step++;
  }

  private Tile tile(float[] gradients, int from, int to) {
    return new Tile(weights, gradients, slots, from, to, learningRate, step, scalars);
  }

  public double[] weightsAndSlots() {
    return Stream.concat(Stream.of(weights), Arrays.stream(slots))
        .flatMapToDouble(values -> IntStream.range(0, values.length).mapToDouble(i -> values[i]))
        .toArray();
  }

  /** Weights, slots and scalars. */
  public double[] numbers() {
    return DoubleStream.concat(Arrays.stream(weightsAndSlots()), Arrays.stream(scalars)).toArray();
  }
}

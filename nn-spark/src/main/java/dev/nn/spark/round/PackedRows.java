package dev.nn.spark.round;

import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.math.Matrix;
import java.util.Arrays;

/**
 * The rows of a shard in one array: for each its features, its target and its weight. A class is
 * stored as its index, and a word for yes or no as 1 or 0.
 */
public final class PackedRows implements Dataset {
  private final float[] data;
  private final Shape shape;
  private final Targets targets;
  private final int features;
  private final int stride;

  /** Takes the array over. */
  public PackedRows(float[] data, Shape shape, Targets targets) {
    this.data = data;
    this.shape = shape;
    this.targets = targets;
    this.features = shape.size();
    this.stride = stride(features, targets);
    if (data.length % stride != 0) {
      throw new IllegalArgumentException(
          data.length + " numbers are no rows of " + stride + " numbers each");
    }
  }

  /** Numbers of a row. */
  public static int stride(int features, Targets targets) {
    return features + stored(targets) + 1;
  }

  /** Numbers of a row that are its target. */
  public static int stored(Targets targets) {
    return targets instanceof Targets.Classes ? 1 : targets.columns();
  }

  @Override
  public int rows() {
    return data.length / stride;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public Targets targets() {
    return targets;
  }

  @Override
  public void readFeatures(int row, Matrix into, int at) {
    System.arraycopy(data, row * stride, into.data(), into.rowStart(at), features);
  }

  @Override
  public void readTarget(int row, Matrix into, int at) {
    int from = row * stride + features;
    int start = into.rowStart(at);
    if (targets instanceof Targets.Classes) {
      Arrays.fill(into.data(), start, start + targets.columns(), 0);
      into.data()[start + (int) data[from]] = 1;
    } else {
      System.arraycopy(data, from, into.data(), start, targets.columns());
    }
  }

  @Override
  public double weight(int row) {
    return data[row * stride + stride - 1];
  }
}

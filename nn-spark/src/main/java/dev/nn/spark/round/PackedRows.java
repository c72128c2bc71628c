package dev.nn.spark.round;

import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.math.Matrix;
import java.util.Arrays;

/**
 * The rows of a shard in arrays as {@link Packing} makes them: for each its features, its target
 * and its weight. A class is stored as its index, and a word for yes or no as 1 or 0.
 */
public final class PackedRows implements Dataset {
  private final float[][] data;
  private final Shape shape;
  private final Targets targets;
  private final int features;
  private final int stride;
  private final int rows;
  private final int rowsOfAnArray;

  /** Takes the arrays over. */
  public PackedRows(float[][] data, Shape shape, Targets targets) {
    this.data = data;
    this.shape = shape;
    this.targets = targets;
    this.features = shape.size();
    this.stride = stride(features, targets);
    this.rows = Packing.rows(data, stride);
    this.rowsOfAnArray = Packing.rowsOfAnArray(stride);
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
    return rows;
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
    System.arraycopy(array(row), start(row), into.data(), into.rowStart(at), features);
  }

  @Override
  public void readTarget(int row, Matrix into, int at) {
    float[] numbers = array(row);
    int from = start(row) + features;
    int start = into.rowStart(at);
    if (targets instanceof Targets.Classes) {
      Arrays.fill(into.data(), start, start + targets.columns(), 0);
      into.data()[start + (int) numbers[from]] = 1;
    } else {
      System.arraycopy(numbers, from, into.data(), start, targets.columns());
    }
  }

  @Override
  public double weight(int row) {
    return array(row)[start(row) + stride - 1];
  }

  private float[] array(int row) {
    return data[row / rowsOfAnArray];
  }

  private int start(int row) {
    return row % rowsOfAnArray * stride;
  }
}

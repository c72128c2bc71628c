package dev.nn.core.internal.run;

import dev.nn.core.dataset.Dataset;
import dev.nn.core.internal.engine.BatchSource;
import dev.nn.math.Matrix;

/** All examples of a data set in its own order. */
public final class AllRows implements BatchSource {
  private final Dataset data;
  private final RowWeights weights;

  /**
   * @param weights of the examples in the loss
   */
  public AllRows(Dataset data, double[] weights) {
    this(data, RowWeights.of(weights));
  }

  AllRows(Dataset data, RowWeights weights) {
    this.data = data;
    this.weights = weights;
  }

  @Override
  public void read(int place, int row, Matrix features, Matrix targets) {
    data.readFeatures(place, features, row);
    data.readTarget(place, targets, row);
  }

  @Override
  public double weight(int place) {
    return weights.of(place);
  }
}

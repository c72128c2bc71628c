package dev.nn.core.dataset;

import dev.nn.api.DataException;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;
import java.util.List;

/** Another data set whose examples have weights. */
final class WeightedDataset implements Dataset {
  private final Dataset source;
  private final double[] weights;

  WeightedDataset(Dataset source, double[] weights) {
    if (weights.length != source.rows()) {
      throw new DataException(weights.length + " weights for " + source.rows() + " rows");
    }
    this.source = source;
    this.weights = weights.clone();
  }

  @Override
  public int rows() {
    return source.rows();
  }

  @Override
  public Shape shape() {
    return source.shape();
  }

  @Override
  public List<String> featureNames() {
    return source.featureNames();
  }

  @Override
  public Targets targets() {
    return source.targets();
  }

  @Override
  public double weight(int row) {
    return weights[row];
  }

  @Override
  public void readFeatures(int row, Matrix into, int at) {
    source.readFeatures(row, into, at);
  }

  @Override
  public void readTarget(int row, Matrix into, int at) {
    source.readTarget(row, into, at);
  }

  @Override
  public String toString() {
    return source + ", with weights";
  }
}

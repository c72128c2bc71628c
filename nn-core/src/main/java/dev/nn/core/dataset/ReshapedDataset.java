package dev.nn.core.dataset;

import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.math.Matrix;
import java.util.List;

/** Another data set whose features are seen in another shape. */
final class ReshapedDataset implements Dataset {
  private final Dataset source;
  private final Shape shape;

  ReshapedDataset(Dataset source, Shape shape) {
    if (shape.size() != source.shape().size()) {
      throw new ShapeException(
          "examples of shape %s have %s features and cannot be seen as %s"
              .formatted(source.shape(), source.shape().size(), shape));
    }
    this.source = source;
    this.shape = shape;
  }

  @Override
  public int rows() {
    return source.rows();
  }

  @Override
  public Shape shape() {
    return shape;
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
    return source.weight(row);
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
    return source + " in shape " + shape;
  }
}

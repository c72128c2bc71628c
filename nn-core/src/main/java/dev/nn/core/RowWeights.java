package dev.nn.core;

import dev.nn.api.DataException;
import dev.nn.math.Matrix;
import java.util.List;

/** The weight of each training example: its own times that of its class. */
final class RowWeights {
  private RowWeights() {}

  /**
   * Works out the weights.
   *
   * @param classWeights by class index; empty where all classes count alike
   * @throws DataException if there are not as many as classes, or a weight is negative or not
   *     finite
   */
  static double[] of(Dataset data, List<Double> classWeights) {
    int classes = data.targets() instanceof Targets.Binary ? 2 : data.targets().columns();
    if (!classWeights.isEmpty()
        && (data.targets() instanceof Targets.Real || classWeights.size() != classes)) {
      throw new DataException(
          "%s class weights are given, but the targets are %s"
              .formatted(classWeights.size(), data.targets()));
    }
    double[] weights = new double[data.rows()];
    Matrix target = Matrix.zeros(1, data.targets().columns());
    for (int row = 0; row < weights.length; row++) {
      weights[row] = data.weight(row);
      if (!classWeights.isEmpty()) {
        data.readTarget(row, target, 0);
        weights[row] *= classWeights.get(classOf(data.targets(), target, row));
      }
      if (!(weights[row] >= 0 && weights[row] < Double.POSITIVE_INFINITY)) {
        throw new DataException(
            "row " + row + ": a weight must be at least 0 and finite, got " + weights[row]);
      }
    }
    return weights;
  }

  private static int classOf(Targets targets, Matrix target, int row) {
    if (!(targets instanceof Targets.Binary)) {
      return Metrics.argMax(target, 0);
    }
    float label = target.get(0, 0);
    if (label != 0 && label != 1) {
      throw new DataException("row " + row + ": target " + label + " is not 0 or 1");
    }
    return (int) label;
  }
}

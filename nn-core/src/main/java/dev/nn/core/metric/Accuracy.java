package dev.nn.core.metric;

import dev.nn.math.Matrix;

/** How often predictions were right. */
public final class Accuracy {
  private Accuracy() {}

  /** The share of elements where a prediction above the threshold is a yes exactly if it should. */
  public static double binary(Matrix predictions, Matrix targets, double threshold) {
    MetricShapes.checkEqual(predictions, targets);
    int hits = 0;
    for (int i = 0; i < predictions.rows(); i++) {
      for (int j = 0; j < predictions.columns(); j++) {
        if (predictions.get(i, j) > threshold == targets.get(i, j) > 0.5f) {
          hits++;
        }
      }
    }
    return (double) hits / predictions.size();
  }

  /** The share of rows whose right class is among the k with the largest predictions. */
  public static double topK(Matrix predictions, Matrix targets, int k) {
    MetricShapes.checkClasses(predictions, targets);
    int hits = 0;
    for (int i = 0; i < predictions.rows(); i++) {
      if (rank(predictions, i, argMax(targets, i)) < k) {
        hits++;
      }
    }
    return (double) hits / predictions.rows();
  }

  /** How many columns go before this one; all of them before a NaN. */
  private static int rank(Matrix predictions, int row, int column) {
    float score = predictions.get(row, column);
    int before = 0;
    for (int j = 0; j < predictions.columns(); j++) {
      float other = predictions.get(row, j);
      boolean isBehind = other < score || (other == score && j >= column);
      if (!isBehind) {
        before++;
      }
    }
    return before;
  }

  /** The column of the largest element of a row; the first of equals. */
  public static int argMax(Matrix matrix, int row) {
    int best = 0;
    for (int j = 1; j < matrix.columns(); j++) {
      if (matrix.get(row, j) > matrix.get(row, best)) {
        best = j;
      }
    }
    return best;
  }
}

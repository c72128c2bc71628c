package dev.nn.core;

import dev.nn.math.Matrix;

/** The share of rows whose right class is among the k with the largest predictions. */
record TopKAccuracy(int k) implements Metric {
  TopKAccuracy {
    if (k < 1) {
      throw new IllegalArgumentException("k must be at least 1, got " + k);
    }
  }

  @Override
  public double of(Matrix predictions, Matrix targets) {
    MetricShapes.checkClasses(predictions, targets);
    int hits = 0;
    for (int i = 0; i < predictions.rows(); i++) {
      if (rank(predictions, i, Metrics.argMax(targets, i)) < k) {
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
}

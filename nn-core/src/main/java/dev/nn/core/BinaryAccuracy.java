package dev.nn.core;

import dev.nn.math.Matrix;

/** The share of elements where a prediction above the threshold is a yes exactly if it should. */
record BinaryAccuracy(double threshold) implements Metric {
  @Override
  public double of(Matrix predictions, Matrix targets) {
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
}

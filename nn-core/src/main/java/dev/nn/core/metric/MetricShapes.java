package dev.nn.core.metric;

import dev.nn.api.ShapeException;
import dev.nn.math.Matrix;

/** Checks that predictions and targets fit together. */
final class MetricShapes {
  private MetricShapes() {}

  /**
   * Checks that there is one target for each prediction.
   *
   * @throws ShapeException if not
   */
  static void checkEqual(Matrix predictions, Matrix targets) {
    if (predictions.rows() != targets.rows() || predictions.columns() != targets.columns()) {
      throw mismatch(predictions, targets);
    }
  }

  static void checkClasses(Matrix predictions, Matrix targets) {
    checkEqual(predictions, targets);
    if (targets.columns() == 1) {
      throw new ShapeException(
          "targets in 1 column are yes or no, not classes: use binary_accuracy instead");
    }
  }

  /** The predicted values: all columns, or the first half if there are twice as many as targets. */
  static Matrix means(Matrix predictions, Matrix targets) {
    int columns = targets.columns();
    if (predictions.rows() != targets.rows()
        || (predictions.columns() != columns && predictions.columns() != 2 * columns)) {
      throw mismatch(predictions, targets);
    }
    return predictions.columns() == columns ? predictions : predictions.columns(0, columns);
  }

  private static ShapeException mismatch(Matrix predictions, Matrix targets) {
    return new ShapeException(
        "predictions are a %s, targets a %s; a metric compares row by row and column by column"
            .formatted(predictions, targets));
  }
}

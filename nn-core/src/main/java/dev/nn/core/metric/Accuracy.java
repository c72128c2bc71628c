package dev.nn.core.metric;

import dev.nn.api.DataException;
import dev.nn.math.Matrix;

/**
 * Computes how often predictions were right. A prediction of NaN is wrong, whatever the target is.
 */
final class Accuracy {
  private Accuracy() {}

  /**
   * The share of elements for which the prediction is above the threshold exactly if the target is
   * a yes.
   */
  static StreamedMetric binary(double threshold) {
    return rows ->
        new RowMean(
            (predictions, targets, hits) -> binaryHits(predictions, targets, threshold, hits));
  }

  /** The share of rows whose right class is among the k with the largest predictions. */
  static StreamedMetric topK(int k) {
    return rows -> new RowMean((predictions, targets, hits) -> topK(predictions, targets, k, hits));
  }

  /** {@link #binary} above one half for one column, {@link #topK} with k = 1 for more. */
  static StreamedMetric plain() {
    return rows ->
        new RowMean(
            (predictions, targets, hits) ->
                targets.columns() == 1
                    ? binaryHits(predictions, targets, 0.5, hits)
                    : topK(predictions, targets, 1, hits));
  }

  private static int binaryHits(
      Matrix predictions, Matrix targets, double threshold, double[] hits) {
    MetricShapes.checkEqual(predictions, targets);
    for (int i = 0; i < predictions.rows(); i++) {
      for (int j = 0; j < predictions.columns(); j++) {
        float prediction = predictions.get(i, j);
        if (!Float.isNaN(prediction) && prediction > threshold == isYes(targets, i, j)) {
          hits[i]++;
        }
      }
    }
    return predictions.columns();
  }

  private static int topK(Matrix predictions, Matrix targets, int k, double[] hits) {
    MetricShapes.checkClasses(predictions, targets);
    for (int i = 0; i < predictions.rows(); i++) {
      int right = actual(targets, i);
      hits[i] = argMax(predictions, i) >= 0 && rank(predictions, i, right) < k ? 1 : 0;
    }
    return 1;
  }

  /** How many columns rank before this one. */
  private static int rank(Matrix predictions, int row, int column) {
    float score = predictions.get(row, column);
    int before = 0;
    for (int j = 0; j < predictions.columns(); j++) {
      float other = predictions.get(row, j);
      if (other > score || (other == score && j < column)) {
        before++;
      }
    }
    return before;
  }

  /** Whether a target is a yes. */
  static boolean isYes(Matrix targets, int row, int column) {
    float target = targets.get(row, column);
    if (Float.isNaN(target)) {
      throw noTarget(row);
    }
    return target > 0.5f;
  }

  /** The class of a target. */
  static int actual(Matrix targets, int row) {
    int actual = argMax(targets, row);
    if (actual < 0) {
      throw noTarget(row);
    }
    if (isSeveral(targets, row)) {
      throw new DataException(
          "the target in row %s of a batch is not one class, since none or several of its columns are 1: where several labels may hold at once, make the data by Dataset.multiLabel and name the metric, as in Metrics.of(\"f1\")"
              .formatted(row));
    }
    return actual;
  }

  /** Whether a row of zeros and ones has another number of ones than one. */
  private static boolean isSeveral(Matrix targets, int row) {
    int ones = 0;
    for (int j = 0; j < targets.columns(); j++) {
      float target = targets.get(row, j);
      if (target != 0 && target != 1) {
        return false;
      }
      ones += (int) target;
    }
    return ones != 1;
  }

  /** The class of a target; of one in one column, 1 for a yes and 0 for a no. */
  static int answer(Matrix targets, int row) {
    if (targets.columns() == 1) {
      return isYes(targets, row, 0) ? 1 : 0;
    }
    return actual(targets, row);
  }

  /** The class that is predicted, in the same way, or −1 if a prediction is NaN. */
  static int predicted(Matrix predictions, int row, double threshold) {
    if (predictions.columns() > 1) {
      return argMax(predictions, row);
    }
    float prediction = predictions.get(row, 0);
    return Float.isNaN(prediction) ? -1 : prediction > threshold ? 1 : 0;
  }

  private static DataException noTarget(int row) {
    return new DataException(
        "the target in row %s of a batch is NaN, which is neither a class nor yes or no"
            .formatted(row));
  }

  /** The column of the largest element of a row, the first of equals; −1 if one is NaN. */
  static int argMax(Matrix matrix, int row) {
    int best = 0;
    for (int j = 0; j < matrix.columns(); j++) {
      float element = matrix.get(row, j);
      if (Float.isNaN(element)) {
        return -1;
      }
      if (element > matrix.get(row, best)) {
        best = j;
      }
    }
    return best;
  }
}

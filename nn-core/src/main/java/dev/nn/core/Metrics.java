package dev.nn.core;

import dev.nn.api.Loss;
import dev.nn.math.Matrix;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The built-in metrics. Each can be used as a method reference: {@code Metrics::accuracy}. */
public final class Metrics {
  private static final Map<String, Metric> BY_NAME =
      Map.of(
          "accuracy", Metrics::accuracy,
          "binary_accuracy", Metrics::binaryAccuracy,
          "mean_squared_error", Metrics::meanSquaredError,
          "mean_absolute_error", Metrics::meanAbsoluteError);

  private static final Map<String, String> BY_LOSS =
      Map.of(
          "categorical_crossentropy", "accuracy",
          "binary_crossentropy", "binary_accuracy",
          "mean_squared_error", "mean_absolute_error");

  private Metrics() {}

  /** All built-in metrics by name. */
  public static SortedMap<String, Metric> all() {
    return new TreeMap<>(BY_NAME);
  }

  /** The name of the metric that goes with a loss, for the losses that have one. */
  static Optional<String> defaultFor(Loss loss) {
    return Optional.ofNullable(BY_LOSS.get(loss.name()));
  }

  /** The share of rows whose largest prediction is in the column of the largest target. */
  public static double accuracy(Matrix predictions, Matrix targets) {
    int hits = 0;
    for (int i = 0; i < predictions.rows(); i++) {
      if (argMax(predictions, i) == argMax(targets, i)) {
        hits++;
      }
    }
    return (double) hits / predictions.rows();
  }

  /**
   * The share of elements that are on the same side of one half as their target; exactly one half
   * counts as no.
   */
  public static double binaryAccuracy(Matrix predictions, Matrix targets) {
    int hits = 0;
    for (int i = 0; i < predictions.rows(); i++) {
      for (int j = 0; j < predictions.columns(); j++) {
        if (predictions.get(i, j) > 0.5f == targets.get(i, j) > 0.5f) {
          hits++;
        }
      }
    }
    return (double) hits / predictions.size();
  }

  /** The mean of (ŷ − y)² over all elements. */
  public static double meanSquaredError(Matrix predictions, Matrix targets) {
    double sum = 0;
    for (int i = 0; i < predictions.rows(); i++) {
      for (int j = 0; j < predictions.columns(); j++) {
        double error = (double) predictions.get(i, j) - targets.get(i, j);
        sum += error * error;
      }
    }
    return sum / predictions.size();
  }

  /** The mean of |ŷ − y| over all elements. */
  public static double meanAbsoluteError(Matrix predictions, Matrix targets) {
    double sum = 0;
    for (int i = 0; i < predictions.rows(); i++) {
      for (int j = 0; j < predictions.columns(); j++) {
        sum += Math.abs((double) predictions.get(i, j) - targets.get(i, j));
      }
    }
    return sum / predictions.size();
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

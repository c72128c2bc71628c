package dev.nn.core.metric;

import dev.nn.api.DataException;
import dev.nn.api.ShapeException;
import dev.nn.math.Matrix;
import java.util.Arrays;

/** Keeps predictions, targets and weights for a metric that needs all of them at once. */
final class CollectedRows implements Metric.Tally {
  private final Function function;
  private final double[] weights;
  private Matrix predictions = Matrix.zeros(0, 0);
  private Matrix targets = Matrix.zeros(0, 0);
  private int rows;

  /** Computes the metric once all rows are there. */
  @FunctionalInterface
  interface Function {
    /** The value for all rows. */
    double of(Matrix predictions, Matrix targets, double[] weights);
  }

  /**
   * Creates a tally without rows.
   *
   * @param rows how many rows will be added in all
   */
  CollectedRows(int rows, Function function) {
    this.function = function;
    this.weights = new double[rows];
  }

  @Override
  public void add(Matrix morePredictions, Matrix moreTargets, double[] moreWeights) {
    if (rows == 0) {
      predictions = Matrix.zeros(weights.length, morePredictions.columns());
      targets = Matrix.zeros(weights.length, moreTargets.columns());
    }
    int count = morePredictions.rows();
    if (moreTargets.rows() != count || count > weights.length - rows) {
      throw new ShapeException(
          "%s predictions and %s targets come after %s of %s rows"
              .formatted(count, moreTargets.rows(), rows, weights.length));
    }
    morePredictions.copyTo(predictions.rows(rows, rows + count));
    moreTargets.copyTo(targets.rows(rows, rows + count));
    System.arraycopy(moreWeights, 0, weights, rows, count);
    rows += count;
  }

  @Override
  public double value() {
    return function.of(
        predictions.rows(0, rows), targets.rows(0, rows), Arrays.copyOf(weights, rows));
  }

  /**
   * Makes sure that a metric that ignores weights may do so.
   *
   * @throws DataException if the weights differ
   */
  static void requireEqual(double[] weights) {
    for (int i = 1; i < weights.length; i++) {
      if (weights[i] != weights[0]) {
        throw new DataException(
            "row %s has weight %s and row 0 has %s, but the metric knows no weights: let it take"
                    .formatted(i, weights[i], weights[0])
                + " (predictions, targets, weights), or use a built-in one, such as"
                + " Metrics::accuracy");
      }
    }
  }
}

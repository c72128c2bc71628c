package dev.nn.core.metric;

import dev.nn.api.Loss;
import dev.nn.core.loss.BinaryCrossentropy;
import dev.nn.core.loss.CategoricalCrossentropy;
import dev.nn.core.loss.MeanAbsoluteError;
import dev.nn.core.loss.MeanSquaredError;
import dev.nn.math.Matrix;

/** The metrics that say how far predictions are off. */
final class ErrorMetrics {
  /** A probability, rounded. */
  private static final float LARGEST = 1.00001f;

  private ErrorMetrics() {}

  /** The mean cross-entropy: of yes and no if there is one column, of classes if there are more. */
  static StreamedMetric logLoss() {
    return rows ->
        new RowMean(
            (predictions, targets, losses) -> {
              MetricShapes.checkEqual(predictions, targets);
              Loss loss =
                  targets.columns() == 1 ? new BinaryCrossentropy() : new CategoricalCrossentropy();
              loss.value(predictions, targets, losses);
              for (int i = 0; i < predictions.rows(); i++) {
                losses[i] = areProbabilities(predictions, i) ? losses[i] : Double.NaN;
              }
              return 1;
            });
  }

  private static boolean areProbabilities(Matrix predictions, int row) {
    boolean are = true;
    for (int j = 0; j < predictions.columns(); j++) {
      float p = predictions.get(row, j);
      are &= p >= 0 && p <= LARGEST;
    }
    return are;
  }

  /** The mean of (ŷ − y)². */
  static StreamedMetric meanSquaredError() {
    return mean(new MeanSquaredError());
  }

  /** The mean of |ŷ − y|. */
  static StreamedMetric meanAbsoluteError() {
    return mean(new MeanAbsoluteError());
  }

  private static StreamedMetric mean(Loss loss) {
    return rows ->
        new RowMean(
            (predictions, targets, losses) -> {
              loss.value(MetricShapes.means(predictions, targets), targets, losses);
              return 1;
            });
  }

  /** The square root of {@link #meanSquaredError}. */
  static StreamedMetric rootMeanSquaredError() {
    return rows -> new Root(meanSquaredError().tally(rows));
  }

  private record Root(Metric.Tally square) implements Metric.Tally {
    @Override
    public void add(Matrix predictions, Matrix targets, double[] weights) {
      square.add(predictions, targets, weights);
    }

    @Override
    public double value() {
      return Math.sqrt(square.value());
    }
  }

  /** The mean coefficient of determination over the columns. */
  static double r2(Matrix predictions, Matrix targets, double[] weights) {
    Matrix means = MetricShapes.means(predictions, targets);
    if (targets.rows() < 2) {
      return Double.NaN;
    }
    double sum = 0;
    for (int j = 0; j < targets.columns(); j++) {
      sum += r2(means, targets, weights, j);
    }
    return sum / targets.columns();
  }

  private static double r2(Matrix predictions, Matrix targets, double[] weights, int column) {
    double mean = 0;
    double weight = 0;
    for (int i = 0; i < targets.rows(); i++) {
      mean += weights[i] * targets.get(i, column);
      weight += weights[i];
    }
    mean /= weight;
    double left = 0;
    double total = 0;
    for (int i = 0; i < targets.rows(); i++) {
      if (weights[i] != 0) {
        double target = targets.get(i, column);
        double error = predictions.get(i, column) - target;
        left += weights[i] * error * error;
        total += weights[i] * (target - mean) * (target - mean);
      }
    }
    if (total == 0 && !Double.isNaN(left)) {
      return left == 0 ? 1 : 0;
    }
    return 1 - left / total;
  }
}

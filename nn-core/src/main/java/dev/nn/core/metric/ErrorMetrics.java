package dev.nn.core.metric;

import dev.nn.api.Loss;
import dev.nn.core.loss.BinaryCrossentropy;
import dev.nn.core.loss.CategoricalCrossentropy;
import dev.nn.core.loss.MeanAbsoluteError;
import dev.nn.core.loss.MeanSquaredError;
import dev.nn.math.Matrix;

/** Metrics that say how far predictions are off. */
public final class ErrorMetrics {
  private ErrorMetrics() {}

  /** The mean crossentropy, of yes and no for one column, of classes for more. */
  public static double logLoss(Matrix predictions, Matrix targets) {
    MetricShapes.checkEqual(predictions, targets);
    Loss loss = targets.columns() == 1 ? new BinaryCrossentropy() : new CategoricalCrossentropy();
    return mean(loss, predictions, targets);
  }

  /** The mean of (ŷ − y)². */
  public static double meanSquaredError(Matrix predictions, Matrix targets) {
    return mean(new MeanSquaredError(), MetricShapes.means(predictions, targets), targets);
  }

  /** The mean of |ŷ − y|. */
  public static double meanAbsoluteError(Matrix predictions, Matrix targets) {
    return mean(new MeanAbsoluteError(), MetricShapes.means(predictions, targets), targets);
  }

  private static double mean(Loss loss, Matrix predictions, Matrix targets) {
    double[] losses = new double[targets.rows()];
    loss.value(predictions, targets, losses);
    double sum = 0;
    for (double rowLoss : losses) {
      sum += rowLoss;
    }
    return sum / targets.rows();
  }

  /** The mean coefficient of determination over the columns. */
  public static double r2(Matrix predictions, Matrix targets) {
    Matrix means = MetricShapes.means(predictions, targets);
    if (targets.rows() < 2) {
      return Double.NaN;
    }
    double sum = 0;
    for (int j = 0; j < targets.columns(); j++) {
      sum += r2(means, targets, j);
    }
    return sum / targets.columns();
  }

  private static double r2(Matrix predictions, Matrix targets, int column) {
    double mean = 0;
    for (int i = 0; i < targets.rows(); i++) {
      mean += targets.get(i, column);
    }
    mean /= targets.rows();
    double left = 0;
    double total = 0;
    for (int i = 0; i < targets.rows(); i++) {
      double target = targets.get(i, column);
      double error = predictions.get(i, column) - target;
      left += error * error;
      total += (target - mean) * (target - mean);
    }
    if (total == 0 && !Double.isNaN(left)) {
      return left == 0 ? 1 : 0;
    }
    return 1 - left / total;
  }
}

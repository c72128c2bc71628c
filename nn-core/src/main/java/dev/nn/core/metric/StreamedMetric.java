package dev.nn.core.metric;

import dev.nn.math.Matrix;

/**
 * A metric that is computed batch by batch and keeps no rows, so that a data set of any size can be
 * evaluated in little memory. It is a function that starts a {@link Metric.Tally}:
 *
 * <pre>{@code
 * final class LargestError implements Metric.Tally {
 *   private double largest;
 *
 *   public void add(Matrix predictions, Matrix targets, double[] weights) {
 *     for (int i = 0; i < predictions.rows(); i++) {
 *       largest = Math.max(largest, Math.abs(predictions.get(i, 0) - targets.get(i, 0)));
 *     }
 *   }
 *
 *   public double value() {
 *     return largest;
 *   }
 * }
 *
 * StreamedMetric largestError = rows -> new LargestError();
 * }</pre>
 */
@FunctionalInterface
@SuppressWarnings("FunctionalInterfaceMethodChanged") // the value is the same in every form
public interface StreamedMetric extends WeightedMetric {

  @Override
  Tally tally(int rows);

  @Override
  default double of(Matrix predictions, Matrix targets, double[] weights) {
    Tally tally = tally(predictions.rows());
    tally.add(predictions, targets, weights);
    return tally.value();
  }
}

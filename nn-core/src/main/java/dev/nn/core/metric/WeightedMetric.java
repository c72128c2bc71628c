package dev.nn.core.metric;

import dev.nn.math.Matrix;
import java.util.Arrays;

/**
 * A metric that lets each example count as much as {@code Dataset.weight} says. All built-in
 * metrics are of this kind. A lambda with three parameters makes one:
 *
 * <pre>{@code
 * double error = model.evaluate(data, (predictions, targets, weights) -> {
 *   double sum = 0;
 *   double weight = 0;
 *   for (int i = 0; i < predictions.rows(); i++) {
 *     sum += weights[i] * Math.abs(predictions.get(i, 0) - targets.get(i, 0));
 *     weight += weights[i];
 *   }
 *   return sum / weight;
 * });
 * }</pre>
 */
@FunctionalInterface
@SuppressWarnings("FunctionalInterfaceMethodChanged") // the value is the same in every form
public interface WeightedMetric extends Metric {

  /**
   * Computes the metric over all rows.
   *
   * @param predictions a row for each example
   * @param targets a row for each example
   * @param weights how much each row counts, at least 0
   */
  double of(Matrix predictions, Matrix targets, double[] weights);

  @Override
  default double of(Matrix predictions, Matrix targets) {
    double[] weights = new double[predictions.rows()];
    Arrays.fill(weights, 1);
    return of(predictions, targets, weights);
  }

  @Override
  default Tally tally(int rows) {
    return new CollectedRows(rows, this::of);
  }
}

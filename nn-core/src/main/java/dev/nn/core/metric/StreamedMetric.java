package dev.nn.core.metric;

import dev.nn.math.Matrix;

/**
 * A metric that is computed batch by batch and keeps no rows, so that a data set of any size can be
 * evaluated in little memory. It is described by the tally that it starts:
 *
 * <pre>{@code
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

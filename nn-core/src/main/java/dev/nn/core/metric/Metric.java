package dev.nn.core.metric;

import dev.nn.math.Matrix;

/**
 * A number that says how good predictions are. The built-in ones are in {@link Metrics}; one of
 * your own is a lambda: {@code (predictions, targets) -> …}.
 */
@FunctionalInterface
public interface Metric {

  /**
   * Computes the metric over all rows.
   *
   * @param predictions one prediction a row
   * @param targets one target a row
   */
  double of(Matrix predictions, Matrix targets);
}

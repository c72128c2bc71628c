package dev.nn.api;

import dev.nn.math.Matrix;

/**
 * A loss that is the mean, or the sum, of one function f(ŷ, y) over the k columns of a row, given
 * by the function and its derivative. This is all that a plugin needs:
 *
 * <pre>{@code
 * public record Quartic() implements ElementwiseLoss {
 *   public String name() { return "acme.quartic"; }
 *   public String description() { return "mean of (ŷ − y)⁴"; }
 *   public double value(double prediction, double target) {
 *     double error = prediction - target;
 *     return error * error * error * error;
 *   }
 *   public double derivative(double prediction, double target) {
 *     double error = prediction - target;
 *     return 4 * error * error * error;
 *   }
 * }
 * }</pre>
 *
 * <p>The gradient is ∂f/∂ŷ divided by k, or ∂f/∂ŷ if columns are added up, rounded to {@code
 * float}. It is NaN where the prediction is.
 */
public interface ElementwiseLoss extends Loss {

  /** Returns f(ŷ, y), the loss of one column. */
  double value(double prediction, double target);

  /** Returns ∂f/∂ŷ. What it returns for NaN does not matter. */
  double derivative(double prediction, double target);

  /** Whether columns are added up instead of averaged. */
  default boolean sum() {
    return false;
  }

  @Override
  default void value(Matrix prediction, Matrix target, double[] lossPerRow) {
    int columns = prediction.columns();
    int divisor = sum() ? 1 : columns;
    for (int i = 0; i < prediction.rows(); i++) {
      int p = prediction.rowStart(i);
      int t = target.rowStart(i);
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        sum += value(prediction.data()[p + j], target.data()[t + j]);
      }
      lossPerRow[i] = sum / divisor;
    }
  }

  @Override
  default void gradient(Matrix prediction, Matrix target, Matrix gradient) {
    int columns = prediction.columns();
    int divisor = sum() ? 1 : columns;
    for (int i = 0; i < prediction.rows(); i++) {
      int p = prediction.rowStart(i);
      int t = target.rowStart(i);
      int g = gradient.rowStart(i);
      for (int j = 0; j < columns; j++) {
        float q = prediction.data()[p + j];
        double slope = derivative(q, target.data()[t + j]) / divisor;
        gradient.data()[g + j] = Float.isNaN(q) ? q : (float) slope;
      }
    }
  }
}

package dev.nn.core.loss;

import dev.nn.api.Loss;
import dev.nn.math.Matrix;

/** A loss that is the mean, or the sum, of one function of ŷ and y over the k columns of a row. */
interface ColumnMean extends Loss {

  /** Returns the function of one column. */
  double value(double prediction, double target);

  /** Returns its derivative by ŷ. What it returns for NaN does not matter. */
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

package dev.nn.core.loss;

import dev.nn.api.Loss;
import dev.nn.math.Matrix;

/** A loss that is the mean of one function of ŷ and y over the k columns of a row. */
interface ColumnMean extends Loss {

  /** Returns the function of one column. */
  double value(double prediction, double target);

  /** Returns its derivative by ŷ. What it returns for NaN does not matter. */
  double derivative(double prediction, double target);

  @Override
  default void value(Matrix prediction, Matrix target, double[] lossPerRow) {
    int columns = prediction.columns();
    for (int i = 0; i < prediction.rows(); i++) {
      int p = prediction.rowStart(i);
      int t = target.rowStart(i);
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        sum += value(prediction.data()[p + j], target.data()[t + j]);
      }
      lossPerRow[i] = sum / columns;
    }
  }

  @Override
  default void gradient(Matrix prediction, Matrix target, Matrix gradient) {
    int columns = prediction.columns();
    for (int i = 0; i < prediction.rows(); i++) {
      int p = prediction.rowStart(i);
      int t = target.rowStart(i);
      int g = gradient.rowStart(i);
      for (int j = 0; j < columns; j++) {
        float q = prediction.data()[p + j];
        double slope = derivative(q, target.data()[t + j]) / columns;
        gradient.data()[g + j] = Float.isNaN(q) ? q : (float) slope;
      }
    }
  }
}

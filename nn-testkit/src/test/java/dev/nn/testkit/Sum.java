package dev.nn.testkit;

import dev.nn.api.Loss;
import dev.nn.math.Matrix;

/** A loss that is the sum of one function of ŷ and y over the columns of a row. */
abstract class Sum implements Loss {
  abstract double value(double prediction, double target);

  abstract double slope(double prediction, double target);

  @Override
  public String name() {
    return "test.sum";
  }

  @Override
  public final void value(Matrix prediction, Matrix target, double[] lossPerRow) {
    for (int i = 0; i < prediction.rows(); i++) {
      double sum = 0;
      for (int j = 0; j < prediction.columns(); j++) {
        sum += value(prediction.get(i, j), target.get(i, j));
      }
      lossPerRow[i] = sum;
    }
  }

  @Override
  public final void gradient(Matrix prediction, Matrix target, Matrix gradient) {
    for (int i = 0; i < prediction.rows(); i++) {
      for (int j = 0; j < prediction.columns(); j++) {
        gradient.set(i, j, (float) slope(prediction.get(i, j), target.get(i, j)));
      }
    }
  }
}

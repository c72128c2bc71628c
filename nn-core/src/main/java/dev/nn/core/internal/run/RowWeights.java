package dev.nn.core.internal.run;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The weights of examples. Most data has none, so there is no array before the first weight other
 * than 1: a data set of many millions of rows would not fit into a small heap with one.
 */
final class RowWeights {
  private final int rows;
  private double @Nullable [] weights;

  /** All weights are 1. */
  RowWeights(int rows) {
    this.rows = rows;
  }

  static RowWeights of(double[] weights) {
    RowWeights result = new RowWeights(weights.length);
    for (int row = 0; row < weights.length; row++) {
      result.set(row, weights[row]);
    }
    return result;
  }

  void set(int row, double weight) {
    double[] known = weights;
    if (known == null) {
      if (weight == 1) {
        return;
      }
      known = new double[rows];
      Arrays.fill(known, 1);
      weights = known;
    }
    known[row] = weight;
  }

  double of(int row) {
    double[] known = weights;
    return known == null ? 1 : known[row];
  }

  /** Whether no example has a weight above 0. */
  boolean areZero() {
    double[] known = weights;
    return known == null ? rows == 0 : Arrays.stream(known).allMatch(weight -> weight == 0);
  }
}

package dev.nn.core.metric;

import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * The answers to a yes-or-no question, ordered by prediction from the largest to the smallest.
 *
 * @param yes the weight of those that are a yes, for each prediction that occurs
 * @param no the weight of those that are a no, for each prediction that occurs
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, seen by no one else
record Ranking(double[] yes, double[] no) {

  /**
   * The mean of an area over the columns for which it is defined, or NaN if a prediction is NaN,
   * since NaN has no place in an order.
   */
  static double mean(
      Matrix predictions, Matrix targets, double[] weights, ToDoubleFunction<Ranking> area) {
    MetricShapes.checkEqual(predictions, targets);
    double sum = 0;
    int count = 0;
    for (int j = 0; j < targets.columns(); j++) {
      if (hasNaN(predictions, weights, j)) {
        return Double.NaN;
      }
      double value = area.applyAsDouble(of(predictions, targets, weights, j));
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return sum / count;
  }

  private static boolean hasNaN(Matrix predictions, double[] weights, int column) {
    for (int i = 0; i < predictions.rows(); i++) {
      if (weights[i] != 0 && Float.isNaN(predictions.get(i, column))) {
        return true;
      }
    }
    return false;
  }

  private static Ranking of(Matrix predictions, Matrix targets, double[] weights, int column) {
    int rows = predictions.rows();
    long[] sorted = new long[rows];
    int counted = 0;
    for (int i = 0; i < rows; i++) {
      if (weights[i] != 0) {
        sorted[counted++] = (long) descending(predictions.get(i, column)) << Integer.SIZE | i;
      }
    }
    Arrays.sort(sorted, 0, counted);
    double[] yes = new double[counted];
    double[] no = new double[counted];
    int groups = 0;
    for (int i = 0; i < counted; i++) {
      if (i == 0 || sorted[i] >> Integer.SIZE != sorted[i - 1] >> Integer.SIZE) {
        groups++;
      }
      int row = (int) sorted[i];
      double[] sums = Accuracy.isYes(targets, row, column) ? yes : no;
      sums[groups - 1] += weights[row];
    }
    return new Ranking(Arrays.copyOf(yes, groups), Arrays.copyOf(no, groups));
  }

  /** An integer that is the smaller, the larger the score is, and the same for both zeros. */
  private static int descending(float score) {
    int bits = Float.floatToIntBits(score + 0f);
    return ~(bits >= 0 ? bits : bits ^ Integer.MAX_VALUE);
  }

  /** The area under the receiver operating characteristic, or NaN if there is no yes or no no. */
  double rocAuc() {
    double above = 0;
    double below = 0;
    double area = 0;
    for (int g = 0; g < yes.length; g++) {
      area += no[g] * (above + yes[g] / 2.0);
      above += yes[g];
      below += no[g];
    }
    return area / (above * below);
  }

  /** The area under the precision–recall curve, or NaN if there is no yes or no no. */
  double averagePrecision() {
    double hits = 0;
    double misses = 0;
    double sum = 0;
    for (int g = 0; g < yes.length; g++) {
      hits += yes[g];
      misses += no[g];
      sum += yes[g] * (hits / (hits + misses));
    }
    return misses == 0 ? Double.NaN : sum / hits;
  }
}

package dev.nn.core.metric;

import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * The answers to a yes-or-no question, ordered by prediction from the largest to the smallest.
 *
 * @param yes how many are a yes, for each prediction that occurs
 * @param no how many are a no, for each prediction that occurs
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, seen by no one else
public record Ranking(int[] yes, int[] no) {

  /** The mean of an area over the columns where it is defined. */
  public static double mean(Matrix predictions, Matrix targets, ToDoubleFunction<Ranking> area) {
    MetricShapes.checkEqual(predictions, targets);
    double sum = 0;
    int count = 0;
    for (int j = 0; j < targets.columns(); j++) {
      if (hasNaN(predictions, j)) {
        return Double.NaN;
      }
      double value = area.applyAsDouble(of(predictions, targets, j));
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return sum / count;
  }

  private static boolean hasNaN(Matrix predictions, int column) {
    for (int i = 0; i < predictions.rows(); i++) {
      if (Float.isNaN(predictions.get(i, column))) {
        return true;
      }
    }
    return false;
  }

  private static Ranking of(Matrix predictions, Matrix targets, int column) {
    int rows = predictions.rows();
    long[] sorted = new long[rows];
    for (int i = 0; i < rows; i++) {
      long label = targets.get(i, column) > 0.5f ? 1 : 0;
      sorted[i] = (long) descending(predictions.get(i, column)) << 1 | label;
    }
    Arrays.sort(sorted);
    int[] yes = new int[rows];
    int[] no = new int[rows];
    int groups = 0;
    for (int i = 0; i < rows; i++) {
      if (i == 0 || sorted[i] >> 1 != sorted[i - 1] >> 1) {
        groups++;
      }
      int[] counts = (sorted[i] & 1) == 1 ? yes : no;
      counts[groups - 1]++;
    }
    return new Ranking(Arrays.copyOf(yes, groups), Arrays.copyOf(no, groups));
  }

  /** An integer that is the smaller, the larger the score; one for both zeros. */
  private static int descending(float score) {
    int bits = Float.floatToIntBits(score + 0f);
    return ~(bits >= 0 ? bits : bits ^ Integer.MAX_VALUE);
  }

  /** The area under the receiver operating characteristic; NaN without a yes or without a no. */
  public double rocAuc() {
    double above = 0;
    double area = 0;
    for (int g = 0; g < yes.length; g++) {
      area += no[g] * (above + yes[g] / 2.0);
      above += yes[g];
    }
    return area / (above * Arrays.stream(no).sum());
  }

  /** The area under the precision–recall curve; NaN without a yes or without a no. */
  public double averagePrecision() {
    double hits = 0;
    double taken = 0;
    double sum = 0;
    for (int g = 0; g < yes.length; g++) {
      hits += yes[g];
      taken += yes[g] + no[g];
      sum += yes[g] * (hits / taken);
    }
    return hits == taken ? Double.NaN : sum / hits;
  }
}

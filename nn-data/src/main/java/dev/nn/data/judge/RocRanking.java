package dev.nn.data.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows in the order of their probability of a label, from the largest to the smallest.
 *
 * @param order the rows
 * @param isLast whether the next row in this order has a smaller probability
 * @param isYes whether a row is of the label
 * @param probabilities of the label, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, seen by no one else
record RocRanking(int[] order, boolean[] isLast, boolean[] isYes, double[] probabilities)
    implements Statistic {

  static RocRanking of(LabelAnswers answers, int label) {
    int rows = answers.rows();
    boolean[] isYes = new boolean[rows];
    double[] probabilities = new double[rows];
    float[] scores = new float[rows];
    // 1 less a float is rounded, and rounding must not make two that differ the same.
    boolean isOther = answers.known() == 2 && label == 0;
    for (int row = 0; row < rows; row++) {
      isYes[row] = answers.actual()[row] == label;
      probabilities[row] = answers.probability(row, label);
      scores[row] = (float) (isOther ? -answers.probability(row, 1) : probabilities[row]);
    }
    return of(isYes, probabilities, scores);
  }

  private static RocRanking of(boolean[] isYes, double[] probabilities, float[] scores) {
    long[] sorted = new long[scores.length];
    for (int row = 0; row < sorted.length; row++) {
      sorted[row] = (long) descending(scores[row]) << Integer.SIZE | row;
    }
    Arrays.sort(sorted);
    int[] order = new int[sorted.length];
    boolean[] isLast = new boolean[sorted.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) sorted[i];
      isLast[i] =
          i + 1 == order.length || sorted[i] >> Integer.SIZE != sorted[i + 1] >> Integer.SIZE;
    }
    return new RocRanking(order, isLast, isYes, probabilities);
  }

  /** An integer that is the smaller, the larger the score; one for both zeros. */
  private static int descending(float score) {
    int bits = Float.floatToIntBits(score + 0f);
    return ~(bits >= 0 ? bits : bits ^ Integer.MAX_VALUE);
  }

  /** The area under the curve, where ties count one half; NaN without a yes or without a no. */
  @Override
  public double of(int[] times) {
    double area = 0;
    long above = 0;
    long yes = 0;
    long no = 0;
    long below = 0;
    for (int i = 0; i < order.length; i++) {
      int row = order[i];
      if (isYes[row]) {
        yes += times[row];
      } else {
        no += times[row];
      }
      if (isLast[i]) {
        area += no * (above + yes / 2.0);
        above += yes;
        below += no;
        yes = 0;
        no = 0;
      }
    }
    return area / ((double) above * below);
  }

  /** The curve, of rows with a yes and a no. */
  RocCurve curve(String label, double area) {
    long yes = 0;
    long no = 0;
    List<long[]> corners = new ArrayList<>(List.of(new long[] {0, 0, -1}));
    for (int i = 0; i < order.length; i++) {
      if (isYes[order[i]]) {
        yes++;
      } else {
        no++;
      }
      if (isLast[i]) {
        long[] corner = {no, yes, order[i]};
        int last = corners.size() - 1;
        if (last > 0 && isStraight(corners.get(last - 1), corners.get(last), corner)) {
          corners.set(last, corner);
        } else {
          corners.add(corner);
        }
      }
    }
    List<RocCurve.Point> points = new ArrayList<>();
    for (long[] corner : corners) {
      points.add(
          new RocCurve.Point(
              (double) corner[0] / no,
              (double) corner[1] / yes,
              corner[2] < 0 ? Double.POSITIVE_INFINITY : probabilities[(int) corner[2]]));
    }
    return new RocCurve(label, area, points);
  }

  private static boolean isStraight(long[] from, long[] over, long[] to) {
    return (over[1] - from[1]) * (to[0] - over[0]) == (over[0] - from[0]) * (to[1] - over[1]);
  }
}

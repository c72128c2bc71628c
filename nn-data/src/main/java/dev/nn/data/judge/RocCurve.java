package dev.nn.data.judge;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The receiver operating characteristic of one class against all others: which share of the others
 * is taken for it by mistake, and which share of its own rows is found, for every threshold above
 * which a probability counts as a yes.
 *
 * @param label the class
 * @param auc the area under the curve; 0.5 for guessing, 1 if the class is told from the others
 *     without a mistake
 * @param points from (0, 0) to (1, 1); points on a straight line between their neighbours are left
 *     out
 */
public record RocCurve(String label, double auc, List<Point> points) {

  /** Copies the points. */
  public RocCurve {
    points = List.copyOf(points);
  }

  /**
   * A point of the curve.
   *
   * @param falsePositiveRate share of the rows of other classes that are taken for it
   * @param truePositiveRate share of its own rows that are taken for it
   * @param threshold the smallest probability that counts as a yes; infinite for the first point
   */
  public record Point(double falsePositiveRate, double truePositiveRate, double threshold) {}

  /**
   * The same area with fewer points, for a picture: the first, the last and others between them at
   * even distances in the list.
   *
   * @param most how many points to keep, at least 2
   * @throws IllegalArgumentException if it is less
   */
  public RocCurve thinned(int most) {
    if (most < 2) {
      throw new IllegalArgumentException("a curve has at least 2 points, not " + most);
    }
    int last = points.size() - 1;
    return last < most
        ? this
        : new RocCurve(
            label,
            auc,
            IntStream.range(0, most)
                .mapToObj(i -> points.get((int) ((long) i * last / (most - 1))))
                .toList());
  }

  /** The area and the number of points. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "ROC of %s: area %s, %d points", label, Estimate.text(auc), points.size());
  }
}

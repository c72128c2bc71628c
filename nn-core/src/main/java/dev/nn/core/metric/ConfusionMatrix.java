package dev.nn.core.metric;

import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;

/** How often each class was taken for each. */
public final class ConfusionMatrix {
  private final int[][] counts;
  private final boolean isBinary;

  private ConfusionMatrix(int[][] counts, boolean isBinary) {
    this.counts = counts;
    this.isBinary = isBinary;
  }

  /**
   * Counts predictions.
   *
   * @param predictions one row for each example, the largest column is the predicted class; with
   *     one column, class 1 is predicted above one half, else class 0
   * @param targets one-hot rows; with one column, class 1 above one half, else class 0
   * @throws dev.nn.api.ShapeException if predictions do not fit the targets
   */
  public static ConfusionMatrix of(Matrix predictions, Matrix targets) {
    return of(predictions, targets, 0.5);
  }

  /** The same with another threshold for predictions in one column, such as 0 for a hinge loss. */
  public static ConfusionMatrix of(Matrix predictions, Matrix targets, double threshold) {
    MetricShapes.checkEqual(predictions, targets);
    boolean isBinary = targets.columns() == 1;
    int classes = isBinary ? 2 : targets.columns();
    int[][] counts = new int[classes][classes];
    for (int i = 0; i < targets.rows(); i++) {
      int actual = isBinary ? (targets.get(i, 0) > 0.5f ? 1 : 0) : Accuracy.argMax(targets, i);
      int predicted =
          isBinary ? (predictions.get(i, 0) > threshold ? 1 : 0) : Accuracy.argMax(predictions, i);
      counts[actual][predicted]++;
    }
    return new ConfusionMatrix(counts, isBinary);
  }

  /** Number of classes. */
  public int classes() {
    return counts.length;
  }

  /** How many examples of class {@code actual} were taken for class {@code predicted}. */
  public int count(int actual, int predicted) {
    return counts[actual][predicted];
  }

  /** Of the examples that were taken for a class, the share that is of it; 0 if there are none. */
  public double precision(int ofClass) {
    return share(counts[ofClass][ofClass], predicted(ofClass));
  }

  /** Of the examples of a class, the share that was taken for it; 0 if there are none. */
  public double recall(int ofClass) {
    return share(counts[ofClass][ofClass], actual(ofClass));
  }

  /** The harmonic mean of precision and recall of a class; 0 if both are. */
  public double f1(int ofClass) {
    return share(2L * counts[ofClass][ofClass], actual(ofClass) + predicted(ofClass));
  }

  double precision() {
    return mean(this::precision);
  }

  double recall() {
    return mean(this::recall);
  }

  double f1() {
    return mean(this::f1);
  }

  /** Over the classes that occur; of yes and no, that of the yes. */
  private double mean(IntToDoubleFunction measure) {
    if (Arrays.stream(counts).flatMapToInt(Arrays::stream).sum() == 0) {
      return Double.NaN;
    }
    if (isBinary) {
      return measure.applyAsDouble(1);
    }
    double sum = 0;
    int occurring = 0;
    for (int c = 0; c < counts.length; c++) {
      if (actual(c) + predicted(c) > 0) {
        sum += measure.applyAsDouble(c);
        occurring++;
      }
    }
    return sum / occurring;
  }

  private long actual(int ofClass) {
    return Arrays.stream(counts[ofClass]).sum();
  }

  private long predicted(int ofClass) {
    return Arrays.stream(counts).mapToInt(row -> row[ofClass]).sum();
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConfusionMatrix that
        && isBinary == that.isBinary
        && Arrays.deepEquals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.deepHashCode(counts), isBinary);
  }

  /** The counts, a row for each actual class: {@code [[3, 1], [0, 4]]}. */
  @Override
  public String toString() {
    return Arrays.deepToString(counts);
  }
}

package dev.nn.core.metric;

import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How often the examples of each class were taken for which class.
 *
 * <pre>{@code
 * ConfusionMatrix matrix = model.confusionMatrix(test);
 * int missed = matrix.count(1, 0); // those of class 1 that were taken for class 0
 * double recall = matrix.recall(1);
 * }</pre>
 *
 * <p>{@link #count} counts examples, while precision, recall and F1 let each example count as much
 * as its weight.
 *
 * <p>An example with a NaN among its predictions was taken for no class. It is {@link #undecided},
 * and it lowers the recall of its class.
 */
public final class ConfusionMatrix {
  private final int[][] counts;
  private final double[][] weights;
  private final boolean isBinary;

  private ConfusionMatrix(int[][] counts, double[][] weights, boolean isBinary) {
    this.counts = counts;
    this.weights = weights;
    this.isBinary = isBinary;
  }

  /**
   * Counts predictions of k classes, or of yes and no.
   *
   * @param predictions one row for each example. The column with the largest number is the
   *     predicted class. If there is one column only, a number above one half predicts class 1, any
   *     other class 0
   * @param targets one-hot rows. If there is one column only, a number above one half is class 1,
   *     any other class 0
   * @throws dev.nn.api.ShapeException if predictions do not fit the targets
   * @throws dev.nn.api.DataException if a target is NaN
   */
  public static ConfusionMatrix of(Matrix predictions, Matrix targets) {
    return of(predictions, targets, 0.5);
  }

  /**
   * Counts the same way, but with another threshold for predictions in one column, such as 0 after
   * training with a hinge loss.
   */
  public static ConfusionMatrix of(Matrix predictions, Matrix targets, double threshold) {
    double[] weights = new double[targets.rows()];
    Arrays.fill(weights, 1);
    Counter counter = new Counter(threshold);
    counter.add(predictions, targets, weights);
    return counter.matrix();
  }

  /**
   * Counts predictions that arrive in batches, for data sets that do not fit into memory. One
   * thread may use it.
   */
  public static final class Counter {
    private final double threshold;
    private int[][] counts = {};
    private double[][] weights = {};
    private boolean isBinary;

    /**
     * Creates a counter that has counted nothing yet.
     *
     * @param threshold a prediction in one column is a yes if it is above this number, usually 0.5
     */
    public Counter(double threshold) {
      this.threshold = threshold;
    }

    /**
     * Counts some more predictions.
     *
     * @param rowWeights how much each row counts, at least 0
     * @throws dev.nn.api.ShapeException if predictions do not fit the targets
     * @throws dev.nn.api.DataException if a target is NaN
     */
    public void add(Matrix predictions, Matrix targets, double[] rowWeights) {
      MetricShapes.checkEqual(predictions, targets);
      if (counts.length == 0) {
        isBinary = targets.columns() == 1;
        int classes = isBinary ? 2 : targets.columns();
        counts = new int[classes][classes + 1];
        weights = new double[classes][classes + 1];
      }
      for (int i = 0; i < targets.rows(); i++) {
        int actual = Accuracy.answer(targets, i);
        int predicted = Accuracy.predicted(predictions, i, threshold);
        int column = predicted < 0 ? counts.length : predicted;
        counts[actual][column]++;
        weights[actual][column] += rowWeights[i];
      }
    }

    /** Returns what has been counted so far. */
    public ConfusionMatrix matrix() {
      return new ConfusionMatrix(
          Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new),
          Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new),
          isBinary);
    }
  }

  /** Returns the number of classes. */
  public int classes() {
    return counts.length;
  }

  /** Returns how many examples of class {@code actual} were taken for class {@code predicted}. */
  public int count(int actual, int predicted) {
    return counts[actual][Objects.checkIndex(predicted, counts.length)];
  }

  /**
   * Returns how many examples of class {@code actual} were taken for no class because a prediction
   * was NaN.
   */
  public int undecided(int actual) {
    return counts[actual][counts.length];
  }

  /**
   * Returns which share of the examples that were taken for a class belongs to it, or 0 if no
   * example was taken for it.
   */
  public double precision(int ofClass) {
    return share(weights[ofClass][ofClass], predicted(ofClass));
  }

  /**
   * Returns which share of the examples of a class was taken for it, or 0 if the class has no
   * examples.
   */
  public double recall(int ofClass) {
    return share(weights[ofClass][ofClass], actual(ofClass));
  }

  /** Returns the harmonic mean of precision and recall of a class, or 0 if both are 0. */
  public double f1(int ofClass) {
    return share(2 * weights[ofClass][ofClass], actual(ofClass) + predicted(ofClass));
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

  /** F1 of all classes together: 2 · right / (2 · right + wrongly taken + missed). */
  double microF1() {
    double right = 0;
    double total = 0;
    for (int c = 0; c < counts.length; c++) {
      right += weights[c][c];
      total += actual(c) + predicted(c);
    }
    return total == 0 ? Double.NaN : 2 * right / total;
  }

  /** The mean of F1 over the classes, each as much as it has examples. */
  double weightedF1() {
    double sum = 0;
    double total = 0;
    for (int c = 0; c < counts.length; c++) {
      sum += actual(c) * f1(c);
      total += actual(c);
    }
    return sum / total;
  }

  /** The mean over the classes that occur, or for yes and no the measure of yes alone. */
  private double mean(IntToDoubleFunction measure) {
    if (Arrays.stream(weights).flatMapToDouble(Arrays::stream).sum() == 0) {
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

  private double actual(int ofClass) {
    double sum = 0;
    for (double weight : weights[ofClass]) {
      sum += weight;
    }
    return sum;
  }

  private double predicted(int ofClass) {
    double sum = 0;
    for (double[] row : weights) {
      sum += row[ofClass];
    }
    return sum;
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConfusionMatrix that
        && isBinary == that.isBinary
        && Arrays.deepEquals(counts, that.counts)
        && Arrays.deepEquals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.deepHashCode(counts), isBinary);
  }

  /**
   * Returns the counts with a row for each actual class: {@code [[3, 1], [0, 4]]}. If predictions
   * were NaN, their number for each class follows: {@code [[3, 1], [0, 4]], undecided [0, 2]}.
   */
  @Override
  public String toString() {
    int[][] decided =
        Arrays.stream(counts).map(row -> Arrays.copyOf(row, counts.length)).toArray(int[][]::new);
    int[] undecided = IntStream.range(0, counts.length).map(this::undecided).toArray();
    String table = Arrays.deepToString(decided);
    return Arrays.stream(undecided).sum() == 0
        ? table
        : table + ", undecided " + Arrays.toString(undecided);
  }
}

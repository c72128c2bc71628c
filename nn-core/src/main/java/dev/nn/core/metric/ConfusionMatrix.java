package dev.nn.core.metric;

import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How often each class was taken for each. {@link #count} counts examples; precision, recall and f1
 * let each example count as much as its weight.
 *
 * <p>An example whose prediction has a NaN was taken for no class: it is {@link #undecided}, and
 * lowers the recall of its class.
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
   * Counts predictions.
   *
   * @param predictions one row for each example, the largest column is the predicted class; with
   *     one column, class 1 is predicted above one half, else class 0
   * @param targets one-hot rows; with one column, class 1 above one half, else class 0
   * @throws dev.nn.api.ShapeException if predictions do not fit the targets
   * @throws dev.nn.api.DataException if a target is NaN
   */
  public static ConfusionMatrix of(Matrix predictions, Matrix targets) {
    return of(predictions, targets, 0.5);
  }

  /** The same with another threshold for predictions in one column, such as 0 for a hinge loss. */
  public static ConfusionMatrix of(Matrix predictions, Matrix targets, double threshold) {
    double[] weights = new double[targets.rows()];
    Arrays.fill(weights, 1);
    Counter counter = new Counter(threshold);
    counter.add(predictions, targets, weights);
    return counter.matrix();
  }

  /** Counts predictions that arrive in batches. */
  public static final class Counter {
    private final double threshold;
    private int[][] counts = {};
    private double[][] weights = {};
    private boolean isBinary;

    /**
     * Nothing is counted yet.
     *
     * @param threshold above which a prediction in one column is a yes, usually 0.5
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

    /** What was counted so far. */
    public ConfusionMatrix matrix() {
      return new ConfusionMatrix(
          Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new),
          Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new),
          isBinary);
    }
  }

  /** Number of classes. */
  public int classes() {
    return counts.length;
  }

  /** How many examples of class {@code actual} were taken for class {@code predicted}. */
  public int count(int actual, int predicted) {
    return counts[actual][Objects.checkIndex(predicted, counts.length)];
  }

  /** How many examples of class {@code actual} were taken for no class, since they gave NaN. */
  public int undecided(int actual) {
    return counts[actual][counts.length];
  }

  /** Of the examples that were taken for a class, the share that is of it; 0 if there are none. */
  public double precision(int ofClass) {
    return share(weights[ofClass][ofClass], predicted(ofClass));
  }

  /** Of the examples of a class, the share that was taken for it; 0 if there are none. */
  public double recall(int ofClass) {
    return share(weights[ofClass][ofClass], actual(ofClass));
  }

  /** The harmonic mean of precision and recall of a class; 0 if both are. */
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

  /** Over the classes that occur; of yes and no, that of the yes. */
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
   * The counts, a row for each actual class: {@code [[3, 1], [0, 4]]}; where predictions were NaN,
   * with how many there were behind: {@code [[3, 1], [0, 4]], undecided [0, 2]}.
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

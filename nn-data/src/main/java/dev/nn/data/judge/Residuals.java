package dev.nn.data.judge;

import java.util.Arrays;
import java.util.Objects;

/** What was, what was predicted, and the difference of the two, row by row. */
public final class Residuals {
  private final double[] actual;
  private final double[] predicted;

  /** Takes the arrays over. */
  Residuals(double[] actual, double[] predicted) {
    this.actual = actual;
    this.predicted = predicted;
  }

  /** Number of rows. */
  public int rows() {
    return actual.length;
  }

  /** The number in the table. */
  public double actual(int row) {
    return actual[row];
  }

  /** The number that the model said. */
  public double predicted(int row) {
    return predicted[row];
  }

  /** By how much the number in the table is larger than the one that the model said. */
  public double residual(int row) {
    return actual[row] - predicted[row];
  }

  /** The mean: how far the model is off in one direction. */
  public double mean() {
    return Arrays.stream(sorted()).sum() / rows();
  }

  /** The root of the mean squared deviation from the mean. */
  public double standardDeviation() {
    double mean = mean();
    double squares = 0;
    for (int row = 0; row < rows(); row++) {
      squares += (residual(row) - mean) * (residual(row) - mean);
    }
    return Math.sqrt(squares / rows());
  }

  /**
   * Below which a given share of the residuals lies, linear between two of them: 0.5 for the
   * median.
   *
   * @param share from 0 to 1
   */
  public double quantile(double share) {
    Objects.checkIndex((int) (share * rows()), rows() + 1);
    return Estimate.quantile(sorted(), share);
  }

  private double[] sorted() {
    double[] sorted = new double[rows()];
    Arrays.setAll(sorted, this::residual);
    Arrays.sort(sorted);
    return sorted;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Residuals that
        && Arrays.equals(actual, that.actual)
        && Arrays.equals(predicted, that.predicted);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(actual) + Arrays.hashCode(predicted);
  }

  /** How they are distributed. */
  @Override
  public String toString() {
    return "residuals: smallest %s, quartiles %s, %s, %s, largest %s; mean %s, standard deviation %s"
        .formatted(
            Estimate.text(quantile(0)),
            Estimate.text(quantile(0.25)),
            Estimate.text(quantile(0.5)),
            Estimate.text(quantile(0.75)),
            Estimate.text(quantile(1)),
            Estimate.text(mean()),
            Estimate.text(standardDeviation()));
  }
}

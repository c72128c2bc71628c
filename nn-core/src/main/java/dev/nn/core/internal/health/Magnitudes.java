package dev.nn.core.internal.health;

import dev.nn.math.Matrix;

/** How large numbers are on their way through a network, as root mean squares. */
public final class Magnitudes {
  private final double[] squares;
  private final long[] counts;

  /**
   * Nothing has been looked at yet.
   *
   * @param stages how many stages there are
   */
  public Magnitudes(int stages) {
    this.squares = new double[stages + 1];
    this.counts = new long[stages + 1];
  }

  /** Looks at what a stage gave, the features being before stage 0. */
  public void look(int stage, Matrix numbers) {
    double sum = 0;
    for (int i = 0; i < numbers.rows(); i++) {
      int at = numbers.rowStart(i);
      for (int j = 0; j < numbers.columns(); j++) {
        double number = numbers.data()[at + j];
        sum += number * number;
      }
    }
    squares[stage + 1] += sum;
    counts[stage + 1] += (long) numbers.rows() * numbers.columns();
  }

  /** Of what a stage gave. */
  public double ofStage(int stage) {
    return Math.sqrt(squares[stage + 1] / counts[stage + 1]);
  }

  /** Of the features. */
  public double ofFeatures() {
    return ofStage(-1);
  }
}

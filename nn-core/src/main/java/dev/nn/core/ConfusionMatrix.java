package dev.nn.core;

import dev.nn.math.Matrix;

/** How often each class was taken for each. */
public final class ConfusionMatrix {
  private final int[][] counts;

  private ConfusionMatrix(int[][] counts) {
    this.counts = counts;
  }

  /**
   * Counts predictions.
   *
   * @param predictions one row for each example, the largest column is the predicted class
   * @param targets one-hot rows
   */
  public static ConfusionMatrix of(Matrix predictions, Matrix targets) {
    int[][] counts = new int[targets.columns()][targets.columns()];
    for (int i = 0; i < targets.rows(); i++) {
      counts[Metrics.argMax(targets, i)][Metrics.argMax(predictions, i)]++;
    }
    return new ConfusionMatrix(counts);
  }

  /** Number of classes. */
  public int classes() {
    return counts.length;
  }

  /** How many examples of class {@code actual} were taken for class {@code predicted}. */
  public int count(int actual, int predicted) {
    return counts[actual][predicted];
  }
}

package dev.nn.core.metric;

import dev.nn.math.Matrix;
import java.util.Arrays;

/**
 * The weighted mean Σ wᵢ sᵢ / Σ wᵢ of a score of each row. A row of weight 0 does not count, even
 * if its score is NaN.
 */
final class RowMean implements Metric.Tally {
  private final Scores scores;
  private double[] batch = {};
  private double sum;
  private double total;

  /** Computes the scores of some rows. */
  @FunctionalInterface
  interface Scores {
    /**
     * Computes a score for each row.
     *
     * @param into receives them
     * @return how many things each score counts: 1, or the columns if each is judged by itself
     */
    int of(Matrix predictions, Matrix targets, double[] into);
  }

  /** Creates the mean of such scores over no rows yet. */
  RowMean(Scores scores) {
    this.scores = scores;
  }

  @Override
  public void add(Matrix predictions, Matrix targets, double[] weights) {
    if (batch.length < targets.rows()) {
      batch = new double[targets.rows()];
    }
    Arrays.fill(batch, 0);
    int things = scores.of(predictions, targets, batch);
    for (int i = 0; i < targets.rows(); i++) {
      if (weights[i] != 0) {
        sum += weights[i] * batch[i];
        total += weights[i] * things;
      }
    }
  }

  @Override
  public double value() {
    return sum / total;
  }
}

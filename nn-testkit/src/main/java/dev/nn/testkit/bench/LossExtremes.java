package dev.nn.testkit.bench;

import dev.nn.api.Loss;
import dev.nn.math.Matrix;
import dev.nn.testkit.measure.Samples;

/** The targets of a problem with predictions at the ends of their ranges. */
public record LossExtremes(LossProblem problem) {
  /** From 0 up to what float can tell from 1. */
  private static final float[] TINY = {0, Float.MIN_VALUE, 1e-30f, 1e-8f, 0x1p-24f};

  /**
   * Returns each target, and each of zeros and ones that the loss accepts, with each distribution
   * of this kind: one class is 1 or next to it, the others are 0 or next to it. With one column,
   * both.
   */
  public LossProblem zerosAndOnes(Loss loss) {
    Matrix all = Samples.stacked(problem.target(), hardTargets(loss));
    int columns = problem.prediction().columns();
    int hots = Math.max(2, columns);
    int rows = all.rows() * TINY.length * hots;
    Matrix edges = Matrix.zeros(rows, columns);
    Matrix targets = Matrix.zeros(rows, all.columns());
    for (int i = 0; i < rows; i++) {
      float tiny = TINY[i % TINY.length];
      int hot = i / TINY.length % hots;
      int row = i / (TINY.length * hots);
      for (int j = 0; j < columns; j++) {
        edges.set(i, j, j == hot ? 1 - (hots - 1) * tiny : tiny);
      }
      all.rows(row, row + 1).copyTo(targets.rows(i, i + 1));
    }
    return new LossProblem(edges, targets);
  }

  /** As far as they are accepted: all 0, all 1, and one-hot rows. */
  private Matrix hardTargets(Loss loss) {
    int columns = problem.target().columns();
    Matrix accepted = Matrix.zeros(0, columns);
    for (int hot = -2; hot < columns; hot++) {
      Matrix row = Matrix.zeros(1, columns);
      for (int j = 0; j < columns; j++) {
        row.set(0, j, hot == -1 || j == hot ? 1 : 0);
      }
      if (LossProblem.accepts(loss, row)) {
        accepted = Samples.stacked(accepted, row);
      }
    }
    return accepted;
  }

  /**
   * Returns each row twice: with one prediction changed to x, a different one in each row, and with
   * all.
   */
  public LossProblem far(float x) {
    LossProblem twice = problem.doubled();
    Matrix prediction = twice.prediction();
    int n = problem.rows();
    for (int i = 0; i < n; i++) {
      prediction.set(i, i % prediction.columns(), x);
    }
    prediction.rows(n, 2 * n).fill(x);
    return twice;
  }

  /** Returns each column of the prediction is NaN in at least one row; no row has two. */
  public LossProblem notANumber() {
    LossProblem copy = problem.rows(0, problem.rows());
    Matrix prediction = copy.prediction();
    for (int i = 0; i < prediction.rows(); i++) {
      prediction.set(i, i % prediction.columns(), Float.NaN);
    }
    return copy;
  }
}

package dev.nn.spark.round;

import dev.nn.core.ShardTrainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.training.ShardEvaluation;
import dev.nn.core.training.ShardState;
import dev.nn.math.Matrix;

/**
 * How the weights do on the rows of one shard.
 *
 * @param lossSum Σ wᵢ ℓᵢ
 * @param rows rows of the shard
 * @param predictions row by row; empty if they were not asked for
 * @param targets row by row; empty if they were not asked for
 * @param weights of the rows; empty if they were not asked for
 */
@SuppressWarnings("ArrayRecordComponent")
public record Score(
    double lossSum, int rows, float[] predictions, float[] targets, float[] weights) {

  /** Evaluates the rows of a shard. */
  public static Score of(
      ShardTrainer trainer, ShardState at, Dataset data, boolean keepsPredictions) {
    ShardEvaluation found = trainer.evaluate(at, data, keepsPredictions);
    if (!keepsPredictions) {
      return new Score(found.lossSum(), found.rows(), new float[0], new float[0], new float[0]);
    }
    int columns = data.targets().columns();
    float[] targets = new float[found.rows() * columns];
    float[] weights = new float[found.rows()];
    Matrix target = Matrix.zeros(1, columns);
    for (int row = 0; row < found.rows(); row++) {
      data.readTarget(row, target, 0);
      System.arraycopy(target.data(), target.rowStart(0), targets, row * columns, columns);
      weights[row] = (float) data.weight(row);
    }
    return new Score(found.lossSum(), found.rows(), flat(found.predictions()), targets, weights);
  }

  private static float[] flat(Matrix matrix) {
    float[] flat = new float[matrix.rows() * matrix.columns()];
    for (int row = 0; row < matrix.rows(); row++) {
      System.arraycopy(
          matrix.data(), matrix.rowStart(row), flat, row * matrix.columns(), matrix.columns());
    }
    return flat;
  }
}

package dev.nn.core;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.PluginFailure;
import dev.nn.core.internal.engine.PredictorPool;
import dev.nn.core.internal.engine.SharedPredictor;
import dev.nn.core.internal.run.FailedPlugin;
import dev.nn.core.internal.run.NanWatch;
import dev.nn.math.Matrix;

/**
 * Goes once over a data set and predicts its rows a batch at a time, in memory that does not grow
 * with their number.
 */
final class DatasetPass {
  private static final int MOST_ROWS = 4096;

  /** A batch of wide examples is limited to about this many numbers. */
  private static final int NUMBERS = 1 << 20;

  private final Dataset data;
  private final SharedPredictor prediction;
  private final NanWatch watch;
  private final Matrix features;
  private final Matrix predictions;
  private final Matrix targets;
  private final double[] weights;
  private int from;
  private int count;

  DatasetPass(Dataset data, SharedPredictor prediction, Architecture network) {
    this.data = data;
    this.prediction = prediction;
    this.watch = new NanWatch(network);
    int outputs = network.output().size();
    int inputs = data.shape().size();
    int columns = data.targets().columns();
    int widest = Math.max(1, Math.max(inputs, Math.max(outputs, columns)));
    int fitting = Math.max(PredictorPool.CHUNK, NUMBERS / widest);
    int rows = Math.min(data.rows(), Math.min(MOST_ROWS, fitting));
    this.features = Matrix.zeros(rows, inputs);
    this.predictions = Matrix.zeros(rows, outputs);
    this.targets = Matrix.zeros(rows, columns);
    this.weights = new double[rows];
  }

  /** Predicts the next batch, or returns false if there are no more rows. */
  boolean next() {
    from += count;
    count = Math.min(features.rows(), data.rows() - from);
    if (count == 0) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      data.readFeatures(from + i, features, i);
    }
    try {
      prediction.of(features.rows(0, count), predictions());
    } catch (PluginFailure e) {
      throw FailedPlugin.named(e);
    }
    watch.look(features.rows(0, count), predictions());
    return true;
  }

  private double weight(int row) {
    double weight = data.weight(row);
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new DataException(
          "row " + row + ": a weight must be at least 0 and finite, got " + weight);
    }
    return weight;
  }

  /** The first row of the batch. */
  int from() {
    return from;
  }

  /** The predictions of the batch: its rows × output size. */
  Matrix predictions() {
    return predictions.rows(0, count);
  }

  /** Reads the targets of the batch: its rows × target columns. */
  Matrix targets() {
    for (int i = 0; i < count; i++) {
      data.readTarget(from + i, targets, i);
    }
    return targets.rows(0, count);
  }

  /**
   * Reads how much each row of the batch counts. For the last batch the array may be longer than
   * there are rows.
   */
  double[] weights() {
    for (int i = 0; i < count; i++) {
      weights[i] = weight(from + i);
    }
    return weights;
  }
}

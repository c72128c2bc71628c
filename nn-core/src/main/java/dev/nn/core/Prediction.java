package dev.nn.core;

import dev.nn.api.ShapeException;
import dev.nn.core.engine.Architecture;
import dev.nn.core.engine.Predictor;
import dev.nn.math.Matrix;
import java.util.stream.IntStream;

/**
 * The forward pass of a model, for one example or many: small calls on the calling thread, large
 * ones shared out. The bits are the same either way.
 */
final class Prediction {
  /**
   * Products of a call from which on sharing it out to other threads pays: about a tenth of a
   * millisecond of work.
   */
  private static final long PARALLEL_PRODUCTS = 10_000_000;

  private final Architecture architecture;
  private final PredictorPool single;
  private final PredictorPool chunks;

  Prediction(Architecture architecture, float[] parameters) {
    this.architecture = architecture;
    this.single = new PredictorPool(architecture, parameters, 1);
    this.chunks = new PredictorPool(architecture, parameters, PredictorPool.CHUNK);
  }

  float[] of(float[] features) {
    checkColumns(features.length);
    Predictor predictor = single.take();
    try {
      System.arraycopy(features, 0, predictor.features().data(), 0, features.length);
      predictor.run(1);
      return predictor.output().row(0);
    } finally {
      single.giveBack(predictor);
    }
  }

  void of(Matrix features, Matrix predictions) {
    checkColumns(features.columns());
    int rows = features.rows();
    int outputs = architecture.output().size();
    if (predictions.rows() != rows || predictions.columns() != outputs) {
      throw new ShapeException(
          "predictions for %d rows are a %d × %d matrix, not a %s"
              .formatted(rows, rows, outputs, predictions));
    }
    if ((long) rows * architecture.parameterCount() >= PARALLEL_PRODUCTS) {
      int step = Math.min(PredictorPool.CHUNK, shareOfAProcessor(rows));
      IntStream.range(0, (rows - 1) / step + 1)
          .parallel()
          .forEach(share -> chunk(features, predictions, share * step, step));
    } else {
      for (int from = 0; from < rows; from += PredictorPool.CHUNK) {
        chunk(features, predictions, from, PredictorPool.CHUNK);
      }
    }
  }

  /** Kernels compute eight rows at a time. */
  private static int shareOfAProcessor(int rows) {
    int processors = Runtime.getRuntime().availableProcessors();
    return ((rows - 1) / processors / 8 + 1) * 8;
  }

  private void chunk(Matrix features, Matrix predictions, int from, int most) {
    Predictor predictor = chunks.take();
    try {
      int count = Math.min(most, features.rows() - from);
      copyRows(features, from, predictor.features(), 0, count);
      predictor.run(count);
      copyRows(predictor.output(), 0, predictions, from, count);
    } finally {
      chunks.giveBack(predictor);
    }
  }

  private static void copyRows(Matrix source, int from, Matrix target, int to, int count) {
    for (int i = 0; i < count; i++) {
      System.arraycopy(
          source.data(),
          source.rowStart(from + i),
          target.data(),
          target.rowStart(to + i),
          source.columns());
    }
  }

  /** Checks the width of an example. */
  void checkColumns(int columns) {
    int expected = architecture.input().size();
    if (columns != expected) {
      throw new ShapeException(
          "the network takes %d features (shape %s), got %d"
              .formatted(expected, architecture.input(), columns));
    }
  }
}

package dev.nn.core.internal.engine;

import dev.nn.api.FusedLoss;
import dev.nn.api.Loss;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.engine.BatchMemory.KeepZ;
import dev.nn.math.Matrix;
import java.util.Optional;

/**
 * The loss and the predictions on a set of examples, with parameters that may change between
 * evaluations. The memory for it is made once.
 */
public final class Evaluation {
  private static final int CHUNK = 64;

  private final Loss loss;
  private final Optional<FusedLoss> fused;
  private final BatchSource source;
  private final int rows;
  private final Matrix predictions;
  private final Matrix targets;
  private final double[] losses;
  private final Predictor[] predictors;
  private final double[][] chunkLosses;
  private volatile boolean cancelled;

  /**
   * @param rows number of examples
   * @param workers number of workers that will call {@link #run}
   */
  public Evaluation(
      Architecture architecture,
      float[] parameters,
      Loss loss,
      BatchSource source,
      int rows,
      int workers) {
    this.loss = loss;
    this.fused = architecture.outputStage().layer().outputActivation().flatMap(loss::fuse);
    this.source = source;
    this.rows = rows;
    int columns = architecture.output().size();
    this.predictions = Matrix.zeros(rows, columns);
    this.targets = Matrix.zeros(rows, loss.targetColumns(columns));
    this.losses = new double[rows];
    this.predictors = new Predictor[workers];
    this.chunkLosses = new double[workers][CHUNK];
    for (int w = 0; w < workers; w++) {
      predictors[w] =
          new Predictor(
              architecture, parameters, CHUNK, fused.isPresent() ? KeepZ.OUTPUT : KeepZ.NONE);
    }
  }

  /** Before the workers begin. */
  public void start() {
    cancelled = false;
  }

  /**
   * One worker's share: every so-manieth chunk of rows. Ends early if the thread of worker 0 is
   * interrupted.
   */
  public void run(int worker) {
    for (int from = worker * CHUNK; from < rows && !cancelled; from += predictors.length * CHUNK) {
      if (worker == 0 && Thread.currentThread().isInterrupted()) {
        cancelled = true;
        return;
      }
      chunk(worker, from, Math.min(CHUNK, rows - from));
    }
  }

  /** Whether not all rows were evaluated. */
  public boolean isCancelled() {
    return cancelled;
  }

  private void chunk(int worker, int from, int count) {
    Predictor predictor = predictors[worker];
    Matrix target = targets.rows(from, from + count);
    for (int i = 0; i < count; i++) {
      source.read(from + i, i, predictor.features(), target);
    }
    predictor.run(count);
    Matrix output = predictor.output().rows(0, count);
    output.copyTo(predictions.rows(from, from + count));
    if (fused.isPresent()) {
      fused.get().value(predictor.outputZ().rows(0, count), target, chunkLosses[worker]);
    } else {
      loss.value(output, target, chunkLosses[worker]);
    }
    System.arraycopy(chunkLosses[worker], 0, losses, from, count);
  }

  /** The predictions after all workers have run: rows × output size. */
  public Matrix predictions() {
    return predictions;
  }

  /** The targets after all workers have run: rows × target columns. */
  public Matrix targets() {
    return targets;
  }

  /** The mean loss Σ wᵢ ℓᵢ / n, summed in row order. */
  public double meanLoss() {
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      sum += losses[i] * source.weight(i);
    }
    return rows == 0 ? Double.NaN : sum / rows;
  }
}

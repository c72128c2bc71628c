package dev.nn.core.internal.engine;

import dev.nn.api.FusedLoss;
import dev.nn.api.Loss;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.FusedLosses;
import dev.nn.core.internal.architecture.PluginFailure;
import dev.nn.core.internal.architecture.RunningLoss;
import dev.nn.core.internal.engine.BatchMemory.KeepZ;
import dev.nn.math.Matrix;
import java.util.Optional;

/**
 * The loss and the predictions on a set of examples, with parameters that may change between
 * evaluations. It goes over the examples in windows, so that its memory, which is made once, does
 * not grow with their number.
 *
 * <pre>{@code
 * evaluation.start();
 * while (evaluation.hasMore()) {
 *   // all workers call run, then predictions() and targets() hold the window's rows
 *   evaluation.advance();
 * }
 * }</pre>
 */
public final class Evaluation {
  private static final int CHUNK = 64;

  /**
   * The number of chunks in a window for each worker, which is large enough that waiting for the
   * slowest costs little.
   */
  private static final int CHUNKS_PER_WORKER = 16;

  /** A window of wide outputs is limited to about this many numbers. */
  private static final int NUMBERS = 1 << 20;

  private final Loss loss;
  private final Loss running;
  private final Optional<FusedLoss> fused;
  private final BatchSource source;
  private final int rows;
  private final Matrix predictions;
  private final Matrix targets;
  private final double[] losses;
  private final Predictor[] predictors;
  private final double[][] chunkLosses;
  private int from;
  private int to;
  private double lossSum;
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
    this.running = RunningLoss.of(loss);
    this.fused = FusedLosses.of(architecture, loss);
    this.source = source;
    this.rows = rows;
    int columns = architecture.output().size();
    int window = Math.min(rows, windowRows(columns, workers));
    this.predictions = Matrix.zeros(window, columns);
    this.targets = Matrix.zeros(window, loss.targetColumns(columns));
    this.losses = new double[window];
    this.predictors = new Predictor[workers];
    this.chunkLosses = new double[workers][CHUNK];
    for (int w = 0; w < workers; w++) {
      predictors[w] =
          new Predictor(
              architecture, parameters, CHUNK, fused.isPresent() ? KeepZ.OUTPUT : KeepZ.NONE);
    }
  }

  private static int windowRows(int columns, int workers) {
    int chunks = Math.min(CHUNKS_PER_WORKER, NUMBERS / CHUNK / columns / workers);
    return Math.max(1, chunks) * workers * CHUNK;
  }

  /** Called before the workers begin with the first window. */
  public void start() {
    cancelled = false;
    lossSum = 0;
    from = 0;
    to = Math.min(rows, losses.length);
  }

  /** Whether there is a window for the workers to {@link #run}. */
  public boolean hasMore() {
    return from < rows;
  }

  /** Adds up the losses of a window that all workers have run, and goes on to the next. */
  public void advance() {
    for (int i = from; i < to; i++) {
      lossSum += losses[i - from] * source.weight(i);
    }
    from = to;
    to = from + Math.min(losses.length, rows - from);
  }

  /**
   * Evaluates one worker's share of the window, which is every n-th chunk of rows for n workers. It
   * ends early if the thread of worker 0 is interrupted.
   */
  public void run(int worker) {
    int step = predictors.length * CHUNK;
    for (int start = worker * CHUNK; start < to - from && !cancelled; start += step) {
      if (worker == 0 && Thread.currentThread().isInterrupted()) {
        cancelled = true;
        return;
      }
      chunk(worker, start, Math.min(CHUNK, to - from - start));
    }
  }

  /** Whether not all rows were evaluated. */
  public boolean isCancelled() {
    return cancelled;
  }

  private void chunk(int worker, int start, int count) {
    Predictor predictor = predictors[worker];
    Matrix target = targets.rows(start, start + count);
    for (int i = 0; i < count; i++) {
      source.read(from + start + i, i, predictor.features(), target);
    }
    predictor.run(count);
    Matrix output = predictor.output().rows(0, count);
    output.copyTo(predictions.rows(start, start + count));
    try {
      if (fused.isPresent()) {
        fused.get().value(predictor.outputZ().rows(0, count), target, chunkLosses[worker]);
      } else {
        running.value(output, target, chunkLosses[worker]);
      }
    } catch (Throwable e) {
      throw PluginFailure.of(loss, "value", e);
    }
    System.arraycopy(chunkLosses[worker], 0, losses, start, count);
  }

  /** The most rows that a window has. */
  public int windowRows() {
    return losses.length;
  }

  /** The first row of the window. */
  public int from() {
    return from;
  }

  /** The predictions for the window after all workers have run: its rows × output size. */
  public Matrix predictions() {
    return predictions.rows(0, to - from);
  }

  /** The targets of the window after all workers have run: its rows × target columns. */
  public Matrix targets() {
    return targets.rows(0, to - from);
  }

  /** The mean loss Σ wᵢ ℓᵢ / n, summed in row order. */
  public double meanLoss() {
    return rows == 0 ? Double.NaN : lossSum / rows;
  }
}

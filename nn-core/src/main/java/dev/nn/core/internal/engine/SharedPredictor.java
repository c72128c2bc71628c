package dev.nn.core.internal.engine;

import dev.nn.api.ShapeException;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.CompressedParameters;
import dev.nn.core.internal.parallel.Pace;
import dev.nn.core.internal.parallel.SharedWork;
import dev.nn.core.internal.split.Panels;
import dev.nn.core.internal.split.SharedColumns;
import dev.nn.core.message.Plural;
import dev.nn.math.Matrix;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Does the forward pass of a model for one example or many. Small calls run on the calling thread,
 * and large ones are shared with helpers: many examples by rows, one or a few by the columns of
 * each product. The bits are the same either way.
 */
public final class SharedPredictor {
  /**
   * The number of products from which on it pays to share a call with other threads, which is about
   * a tenth of a millisecond of work.
   */
  private static final long SHARED_PRODUCTS = 10_000_000;

  /** The same for one example or a few, whose products helpers share column by column. */
  private static final long SPLIT_PRODUCTS = 250_000;

  /** Kernels compute this many rows at a time, or six or five. */
  private static final int ROW_MULTIPLE = 8;

  private final Architecture architecture;
  private final PredictorPool single;
  private final PredictorPool chunks;
  private final int parameterCount;
  private final int processors = Runtime.getRuntime().availableProcessors();
  private final SharedCall shared = new SharedCall();
  private final SharedColumns columns = new SharedColumns(processors - 1);
  private final AtomicInteger callers = new AtomicInteger();

  /**
   * How many threads are fastest for 1, 2 to 3, 4 to 7, … examples. Only the thread that has begun
   * {@link #columns} may use them.
   */
  private final Pace[] paces = paces(processors);

  /**
   * The one large call that helpers work on. A thread that finds it busy with the call of another
   * thread predicts alone.
   */
  private final class SharedCall extends SharedWork {
    private static final Matrix NONE = Matrix.zeros(0, 0);

    private Matrix features = NONE;
    private Matrix predictions = NONE;
    private int step;

    SharedCall() {
      super(processors - 1);
    }

    void run(Matrix features, Matrix predictions) {
      this.features = features;
      this.predictions = predictions;
      int share = ((features.rows() - 1) / processors / ROW_MULTIPLE + 1) * ROW_MULTIPLE;
      step = Math.min(PredictorPool.CHUNK, share);
      try {
        run((features.rows() - 1) / step + 1);
      } finally {
        this.features = NONE;
        this.predictions = NONE;
      }
    }

    @Override
    protected void part(int index) {
      chunk(features, predictions, index * step, step);
    }
  }

  /**
   * @param compressed the parameters once more, if they have been rounded to what a compressed form
   *     can hold
   */
  public SharedPredictor(
      Architecture architecture, float[] parameters, @Nullable CompressedParameters compressed) {
    this.architecture = architecture;
    this.parameterCount = architecture.parameterCount();
    Panels panels = new Panels(parameters, compressed);
    this.single = new PredictorPool(architecture, parameters, 1, panels);
    this.chunks = new PredictorPool(architecture, parameters, PredictorPool.CHUNK, panels);
  }

  private static Pace[] paces(int processors) {
    Pace[] paces = new Pace[log2(PredictorPool.CHUNK) + 1];
    for (int i = 0; i < paces.length; i++) {
      paces[i] = Pace.upTo(processors);
    }
    return paces;
  }

  public float[] of(float[] features) {
    checkColumns(features.length);
    Predictor predictor = single.take();
    try {
      Matrix input = predictor.features();
      System.arraycopy(features, 0, input.data(), input.offset(), features.length);
      run(predictor, 1);
      return predictor.output().row(0);
    } finally {
      single.giveBack(predictor);
    }
  }

  public void of(Matrix features, Matrix predictions) {
    checkColumns(features.columns());
    int rows = features.rows();
    int outputs = architecture.output().size();
    if (predictions.rows() != rows || predictions.columns() != outputs) {
      throw new ShapeException(
          "predictions for %s rows are a %s × %s matrix, not a %s"
              .formatted(rows, rows, outputs, predictions));
    }
    boolean isLarge = rows > ROW_MULTIPLE && (long) rows * parameterCount >= SHARED_PRODUCTS;
    if (isLarge && shared.begin()) {
      int unused = callers.incrementAndGet();
      try {
        shared.run(features, predictions);
      } finally {
        callers.decrementAndGet();
        shared.end();
      }
    } else if (rows > 0 && rows <= PredictorPool.CHUNK) {
      few(features, predictions);
    } else {
      for (int from = 0; from < rows; from += PredictorPool.CHUNK) {
        chunk(features, predictions, from, PredictorPool.CHUNK);
      }
    }
  }

  private void few(Matrix features, Matrix predictions) {
    Predictor predictor = chunks.take();
    try {
      int rows = features.rows();
      copyRows(features, 0, predictor.features(), 0, rows);
      run(predictor, rows);
      copyRows(predictor.output(), 0, predictions, 0, rows);
    } finally {
      chunks.giveBack(predictor);
    }
  }

  /**
   * Helpers take part if that has paid lately and no other thread is predicting with this model.
   */
  private void run(Predictor predictor, int rows) {
    if (processors == 1 || (long) rows * parameterCount < SPLIT_PRODUCTS) {
      predictor.run(rows);
      return;
    }
    boolean isAlone = callers.incrementAndGet() == 1;
    try {
      if (isAlone && columns.begin()) {
        try {
          runByPace(predictor, rows);
        } finally {
          predictor.sharing().off();
          columns.end();
        }
      } else {
        predictor.run(rows);
      }
    } finally {
      callers.decrementAndGet();
    }
  }

  private void runByPace(Predictor predictor, int rows) {
    Pace pace = paces[log2(rows)];
    int threads = pace.workers();
    if (threads > 1) {
      predictor.sharing().on(columns, threads);
    }
    long start = System.nanoTime();
    predictor.run(rows);
    pace.took((System.nanoTime() - start) / rows);
  }

  private static int log2(int number) {
    return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(number);
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
  public void checkColumns(int columns) {
    int expected = architecture.input().size();
    if (columns != expected) {
      throw new ShapeException(
          "the network takes %s (shape %s), got %s"
              .formatted(Plural.of(expected, "feature"), architecture.input(), columns));
    }
  }
}

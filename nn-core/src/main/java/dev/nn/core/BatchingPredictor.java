package dev.nn.core;

import dev.nn.api.NnException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Predicts the rows of many callers together. A batch reads the weights once for all its rows. That
 * pays for a server whose network is larger than the processor's caches and whose callers are many
 * times as many as its processors: it answers more of them in a second, and the slowest much
 * sooner. For a smaller network the threads' waiting for each other costs more than it saves; let
 * each of them call {@link Model#predict(float[])}. {@code docs/performance.md} has figures.
 *
 * <pre>{@code
 * try (BatchingPredictor predictor = model.batching(32, Duration.ofMillis(1))) {
 *   // in each of the server's threads:
 *   float[] outputs = predictor.predict(features);
 * }
 * }</pre>
 *
 * <p>Every caller gets what {@link Model#predict(float[])} would give, bit for bit, since no row
 * depends on another. There is no thread besides those of the callers: one of a batch predicts it
 * for all. One batch is predicted at a time, with all processors if it is large, and those that
 * came first go first. Nobody is let in who does not wait for an answer, so there are never more
 * rows under way than callers.
 */
public final class BatchingPredictor implements AutoCloseable {
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final Model model;
  private final int maxRows;
  private final long maxWaitNanos;

  private final ReentrantLock lock = new ReentrantLock();

  /** The batches that nobody predicts yet. All but the last are full. */
  private final Deque<Batch> waiting = new ArrayDeque<>();

  private boolean isRunning;
  private boolean isClosed;

  BatchingPredictor(Model model, int maxRows, Duration maxWait) {
    if (maxRows < 1) {
      throw new IllegalArgumentException("maxRows is " + maxRows + "; a batch has 1 row or more");
    }
    if (maxWait.isNegative() || maxWait.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException("maxWait is " + maxWait + "; it is zero to an hour");
    }
    this.model = model;
    this.maxRows = maxRows;
    this.maxWaitNanos = maxWait.toNanos();
  }

  /**
   * Returns the prediction for one example, once the batch that it joins is predicted.
   *
   * @param features as many numbers as the input shape has elements; they must not change until
   *     this method returns
   * @throws dev.nn.api.ShapeException if there are more or fewer numbers; no other caller notices
   * @throws dev.nn.api.PluginException if a plugin of the network throws for this example; the
   *     others of its batch get their predictions
   * @throws InterruptedException if the caller is interrupted while it waits; the others of its
   *     batch get their predictions
   * @throws IllegalStateException if this is closed
   */
  public float[] predict(float[] features) throws InterruptedException {
    model.checkSize(features);
    float[] outputs = predictedTogether(features);
    // Where a batch fails, each of its callers finds out whether it was its own row.
    return outputs == null ? model.predict(features) : outputs;
  }

  private float @Nullable [] predictedTogether(float[] features) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Batch mine = join();
      int row = mine.rows.size();
      mine.rows.add(features);
      mine.callers++;
      try {
        if (mine.rows.size() == maxRows) {
          mine.turn.signal();
        }
        await(mine);
      } finally {
        leave(mine);
      }
      return mine.outputs == null ? null : mine.outputs[row];
    } finally {
      lock.unlock();
    }
  }

  /** Returns the batch that has room for one more row. */
  private Batch join() {
    if (isClosed) {
      throw new IllegalStateException("the predictor is closed");
    }
    Batch last = waiting.peekLast();
    if (last == null || last.rows.size() == maxRows) {
      last = new Batch(lock, System.nanoTime() + maxWaitNanos);
      waiting.addLast(last);
    }
    return last;
  }

  /** Waits until the batch is done, or does it. */
  private void await(Batch mine) throws InterruptedException {
    boolean isLeader = false;
    try {
      while (!mine.isDone) {
        isLeader |= !mine.hasLeader;
        mine.hasLeader = true;
        if (!isLeader) {
          mine.done.await();
        } else if (!isNext(mine)) {
          mine.turn.await();
        } else if (isClosed || mine.rows.size() == maxRows || mine.nanosLeft() <= 0) {
          predict(mine);
        } else {
          long unused = mine.turn.awaitNanos(mine.nanosLeft());
        }
      }
    } finally {
      if (!mine.isDone) {
        // Interrupted. Another one has to lead, and this one may have been woken to do so.
        mine.hasLeader &= !isLeader;
        mine.done.signal();
      }
    }
  }

  private boolean isNext(Batch batch) {
    return !isRunning && waiting.peekFirst() == batch;
  }

  /** Predicts a batch. The lock is held before and after, but not meanwhile. */
  private void predict(Batch mine) {
    remove(mine);
    isRunning = true;
    float[][] rows = mine.rows.toArray(float[][]::new);
    float[][] outputs = null;
    lock.unlock();
    try {
      outputs = model.predict(rows);
    } catch (NnException e) {
      // Said to whom it concerns, who asks again alone.
    } finally {
      lock.lock();
      mine.outputs = outputs;
      mine.isDone = true;
      mine.done.signalAll();
      isRunning = false;
      wakeNext();
    }
  }

  private void remove(Batch batch) {
    waiting.remove(batch);
    wakeNext();
  }

  private void wakeNext() {
    Batch next = waiting.peekFirst();
    if (next != null) {
      next.turn.signal();
    }
  }

  /** A batch that all have left before it began is nobody's. */
  private void leave(Batch mine) {
    mine.callers--;
    if (mine.callers == 0 && !mine.isDone) {
      remove(mine);
    }
  }

  /**
   * Ends the waiting for more rows: those who are here get their answers, and whoever comes later
   * gets an {@link IllegalStateException}.
   */
  @Override
  public void close() {
    lock.lock();
    try {
      isClosed = true;
      wakeNext();
    } finally {
      lock.unlock();
    }
  }

  /** The rows of some callers. All of it is guarded by the lock. */
  private static final class Batch {
    private final Condition turn;
    private final Condition done;
    private final long deadline;
    private final List<float[]> rows = new ArrayList<>();
    private float @Nullable [][] outputs;
    private int callers;
    private boolean hasLeader;
    private boolean isDone;

    /** The leader waits for its turn, the others until all is done. */
    Batch(ReentrantLock lock, long deadline) {
      this.turn = lock.newCondition();
      this.done = lock.newCondition();
      this.deadline = deadline;
    }

    long nanosLeft() {
      return deadline - System.nanoTime();
    }
  }
}

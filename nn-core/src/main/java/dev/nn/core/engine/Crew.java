package dev.nn.core.engine;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of workers that go through phases together: the calling thread is worker 0, the
 * others are daemon threads. After each phase they meet. A worker that waits spins briefly and then
 * sleeps, so an idle crew costs nothing.
 *
 * <p>A phase that throws does not leave the others waiting: all skip the phases that remain, and
 * the first exception is thrown in the calling thread.
 */
final class Crew implements AutoCloseable {
  private static final int SPINS = 2_000;
  private static final Phase[] IDLE = {};

  private final int size;
  private final AtomicInteger arrived = new AtomicInteger();
  private final Object sleepers = new Object();
  private volatile int meeting;
  private volatile boolean closed;
  private volatile @Nullable Throwable failure;
  private volatile Phase[] program = IDLE;

  Crew(int size) {
    this.size = size;
    for (int i = 1; i < size; i++) {
      int worker = i;
      Thread thread = new Thread(() -> work(worker), "nn-worker-" + worker);
      thread.setDaemon(true);
      thread.start();
    }
  }

  int size() {
    return size;
  }

  /** Goes through the phases with all workers and returns when the last has finished. */
  void run(Phase... phases) {
    failure = null;
    program = phases;
    boolean interrupted = meet();
    interrupted |= runPhases(0, phases);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    Throwable thrown = failure;
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private void work(int worker) {
    while (true) {
      meet();
      if (closed) {
        return;
      }
      runPhases(worker, program);
    }
  }

  private boolean runPhases(int worker, Phase[] phases) {
    boolean interrupted = false;
    for (Phase phase : phases) {
      if (failure == null) {
        try {
          phase.run(worker);
        } catch (RuntimeException | Error e) {
          failure = e;
        }
      }
      interrupted |= meet();
    }
    return interrupted;
  }

  /**
   * Waits for all; whether the thread was interrupted meanwhile (its interrupt status is cleared
   * then).
   */
  private boolean meet() {
    int current = meeting;
    if (arrived.incrementAndGet() == size) {
      arrived.set(0);
      synchronized (sleepers) {
        meeting = current + 1;
        sleepers.notifyAll();
      }
      return false;
    }
    for (int i = 0; i < SPINS; i++) {
      if (meeting != current) {
        return false;
      }
      Thread.onSpinWait();
    }
    return sleep(current);
  }

  private boolean sleep(int current) {
    boolean interrupted = false;
    synchronized (sleepers) {
      while (meeting == current) {
        try {
          sleepers.wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    return interrupted;
  }

  /** Ends the threads. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      meet();
    }
  }
}

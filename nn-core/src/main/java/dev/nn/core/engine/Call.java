package dev.nn.core.engine;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bell that threads wait for: each ring counts one up. Waiting spins for some microseconds and
 * then sleeps.
 */
final class Call {
  /** About as long as it takes to put a thread to sleep and wake it up again. */
  private static final int SPINS = 2_000;

  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger sleepers = new AtomicInteger();

  /** How often the bell has rung. */
  int count() {
    return count.get();
  }

  /** Rings. */
  void ring() {
    count.incrementAndGet();
    // A sleeper counts itself before it looks at the bell for the last time, so none is overlooked.
    if (sleepers.get() > 0) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /**
   * Waits until the bell has rung more often than so many times; whether the thread was interrupted
   * meanwhile.
   */
  boolean await(int known) {
    for (int i = 0; i < SPINS; i++) {
      if (count.get() != known) {
        return false;
      }
      Thread.onSpinWait();
    }
    return sleep(known);
  }

  private synchronized boolean sleep(int known) {
    boolean interrupted = false;
    sleepers.incrementAndGet();
    while (count.get() == known) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    sleepers.decrementAndGet();
    return interrupted;
  }
}

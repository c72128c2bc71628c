package dev.nn.core.internal.parallel;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bell that threads wait for. It counts how often it was rung. A thread that waits spins for some
 * microseconds and then sleeps.
 */
final class Bell {
  /** About as long as it takes to put a thread to sleep and wake it up again. */
  private static final int SPINS = 2_000;

  /** A thread that waits without limit looks again after this time. */
  private static final long LONG_MILLIS = 60_000;

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
   * Waits until the bell has rung more often than a known number of times. Returns whether the
   * thread was interrupted in the meantime.
   */
  boolean await(int known) {
    boolean interrupted = false;
    while (!spin(known)) {
      interrupted |= sleep(known, LONG_MILLIS);
    }
    return interrupted;
  }

  /**
   * Waits until the bell has rung more often than a known number of times, or until some
   * milliseconds have passed. Returns whether it has rung. An interrupt ends the waiting too.
   */
  boolean await(int known, long millis) {
    if (!spin(known)) {
      boolean unused = sleep(known, millis);
    }
    return count.get() != known;
  }

  /** Whether the bell has rung after some microseconds. */
  private boolean spin(int known) {
    for (int i = 0; i < SPINS; i++) {
      if (count.get() != known) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  /** Sleeps until somebody rings or the time is up. Returns whether the thread was interrupted. */
  private synchronized boolean sleep(int known, long millis) {
    long end = System.nanoTime() + MILLISECONDS.toNanos(millis);
    sleepers.incrementAndGet();
    try {
      long left = millis;
      while (count.get() == known && left > 0) {
        wait(left);
        left = NANOSECONDS.toMillis(end - System.nanoTime());
      }
      return false;
    } catch (InterruptedException e) {
      return true;
    } finally {
      sleepers.decrementAndGet();
    }
  }
}

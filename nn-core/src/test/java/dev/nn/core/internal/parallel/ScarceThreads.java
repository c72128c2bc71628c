package dev.nn.core.internal.parallel;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads of a system that gives only so many. */
final class ScarceThreads implements ThreadFactory {
  private final AtomicInteger left;

  ScarceThreads(int given) {
    this.left = new AtomicInteger(given);
  }

  void give(int more) {
    left.addAndGet(more);
  }

  @Override
  public Thread newThread(Runnable work) {
    return new Thread(work) {
      @Override
      public synchronized void start() {
        if (left.getAndUpdate(n -> Math.max(0, n - 1)) == 0) {
          throw new OutOfMemoryError("unable to create native thread");
        }
        super.start();
      }
    };
  }
}

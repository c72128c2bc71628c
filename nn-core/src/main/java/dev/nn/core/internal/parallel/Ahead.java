package dev.nn.core.internal.parallel;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Work that a thread of its own does while the caller does something else. If it fails, whoever
 * needs it does it again: then the error has the caller's own trace.
 */
public final class Ahead<T> {
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile @Nullable T result;

  private Ahead() {}

  /** Begins, if there is a second processor. */
  public static <T> Ahead<T> of(Callable<T> work) {
    Ahead<T> ahead = new Ahead<>();
    boolean isStarted =
        Runtime.getRuntime().availableProcessors() > 1
            && Threads.startDaemon(Thread::new, () -> ahead.run(work), "nn-ahead");
    if (!isStarted) {
      ahead.done.countDown();
    }
    return ahead;
  }

  private void run(Callable<T> work) {
    try {
      result = work.call();
    } catch (Throwable e) {
      // The caller will meet the same, or fare better.
    } finally {
      done.countDown();
    }
  }

  /** The result, once it is there; nothing if the work failed or was not begun. */
  public Optional<T> result() {
    boolean isInterrupted = false;
    while (true) {
      try {
        done.await();
        break;
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
    return Optional.ofNullable(result);
  }
}

package dev.nn.core.internal.parallel;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Work that a thread of its own does while the caller does something else. If it fails, whoever
 * needs it does it again: then the error has the caller's own trace.
 *
 * @param <E> what is there early, before the work is done
 * @param <T> the result
 */
public final class Ahead<E, T> {
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile @Nullable E early;
  private volatile @Nullable T result;

  private Ahead() {}

  /** Hands over at most one thing early. */
  public interface Work<E, T> {
    T call(Consumer<E> early) throws Exception;
  }

  /** Begins, if there is a second processor. */
  public static <E, T> Ahead<E, T> of(Work<E, T> work) {
    Ahead<E, T> ahead = new Ahead<>();
    boolean isStarted =
        Runtime.getRuntime().availableProcessors() > 1
            && Threads.startDaemon(Thread::new, () -> ahead.run(work), "nn-ahead");
    if (!isStarted) {
      ahead.end();
    }
    return ahead;
  }

  private void run(Work<E, T> work) {
    try {
      result = work.call(this::handOver);
    } catch (Throwable e) {
      // The caller will meet the same, or fare better.
    } finally {
      end();
    }
  }

  private void handOver(E found) {
    early = found;
    begun.countDown();
  }

  private void end() {
    begun.countDown();
    done.countDown();
  }

  /** What is there early, as soon as it is; nothing if the work ends without, or was not begun. */
  public Optional<E> early() {
    await(begun);
    return Optional.ofNullable(early);
  }

  /** The result, once it is there; nothing if the work failed or was not begun. */
  public Optional<T> result() {
    await(done);
    return Optional.ofNullable(result);
  }

  private static void await(CountDownLatch latch) {
    boolean isInterrupted = false;
    while (true) {
      try {
        latch.await();
        break;
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

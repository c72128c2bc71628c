import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;

/** Threads that predict one row after the other, and how long each prediction takes. */
final class Callers {
  private static final int MOST_CALLS = 40_000_000;

  private Callers() {}

  interface Caller {
    void predict() throws Exception;
  }

  interface Callee {
    Caller forThread(int thread) throws Exception;
  }

  /** Prints calls in a second and percentiles in microseconds, after a fifth of the time to warm up. */
  static void run(int threads, double seconds, Callee callee) throws Exception {
    long[][] times = new long[threads][];
    CountDownLatch done = new CountDownLatch(threads);
    long start = System.nanoTime();
    long measured = start + (long) (seconds * 0.2e9);
    long end = measured + (long) (seconds * 1e9);
    for (int t = 0; t < threads; t++) {
      int thread = t;
      Caller caller = callee.forThread(t);
      new Thread(
              () -> {
                times[thread] = calls(caller, measured, end);
                done.countDown();
              })
          .start();
    }
    done.await();
    long[] all = Arrays.stream(times).flatMapToLong(LongStream::of).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%.0f %.1f %.1f %.1f %.1f%n",
        all.length / seconds,
        at(all, 0.5),
        at(all, 0.99),
        at(all, 0.999),
        all[all.length - 1] / 1e3);
  }

  private static long[] calls(Caller caller, long measured, long end) {
    long[] times = new long[1 << 16];
    int count = 0;
    try {
      for (long begin = System.nanoTime(); begin < end && count < MOST_CALLS; ) {
        caller.predict();
        long now = System.nanoTime();
        if (begin >= measured) {
          if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
          }
          times[count++] = now - begin;
        }
        begin = now;
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return Arrays.copyOf(times, count);
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, (long) (share * sorted.length))] / 1e3;
  }
}

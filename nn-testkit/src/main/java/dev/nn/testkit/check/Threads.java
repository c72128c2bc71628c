package dev.nn.testkit.check;

import dev.nn.testkit.measure.Bits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.opentest4j.AssertionFailedError;

/** A computation with other numbers on each of eight threads at once. */
final class Threads {
  private static final int THREADS = 8;
  private static final int REPETITIONS = 40;

  private Threads() {}

  /**
   * Fails if a thread gets something else than was computed before on one thread alone.
   *
   * @param computation from the number of the thread, so that no two threads compute the same
   */
  static void eachGives(IntFunction<double[]> computation, String what) {
    double[][] expected =
        IntStream.range(0, THREADS).mapToObj(computation).toArray(double[][]::new);
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    try {
      CountDownLatch start = new CountDownLatch(THREADS);
      List<Future<Boolean>> results = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int turn = thread;
        Callable<Boolean> task =
            () -> {
              start.countDown();
              start.await();
              for (int i = 0; i < REPETITIONS; i++) {
                Bits.same(expected[turn], computation.apply(turn), what);
              }
              return true;
            };
        results.add(executor.submit(task));
      }
      for (Future<Boolean> result : results) {
        result.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionFailedError(what + ": " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionFailedError(what + ": interrupted", e);
    } finally {
      executor.shutdownNow();
    }
  }
}

package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** The same computation on eight threads at once. */
final class Threads {
  private static final int THREADS = 8;
  private static final int REPETITIONS = 40;

  private Threads() {}

  static void allGive(double[] expected, Supplier<double[]> computation, String what) {
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    try {
      CountDownLatch start = new CountDownLatch(THREADS);
      Callable<Boolean> task =
          () -> {
            start.countDown();
            start.await();
            for (int i = 0; i < REPETITIONS; i++) {
              Bits.same(expected, computation.get(), what);
            }
            return true;
          };
      List<Future<Boolean>> results = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        results.add(executor.submit(task));
      }
      for (Future<Boolean> result : results) {
        result.get();
      }
    } catch (ExecutionException e) {
      fail(what + ": " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(what + ": interrupted", e);
    } finally {
      executor.shutdownNow();
    }
  }
}

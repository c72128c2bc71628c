package dev.nn.math.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Several threads on one set of kernels. */
@NeedsVectorModule
class VectorThreadsTest {
  @Test
  void threadsDoNotShareWorkspaces() throws Exception {
    Kernels kernels = new VectorKernels();
    Matrix a = Plot.normal(1, 64, 600, 0, 0).matrix();
    Matrix b = Plot.normal(2, 600, 300, 0, 0).matrix();
    Plot expected = Plot.normal(3, 64, 300, 0, 0);
    Kernels.scalar().product(a, b, expected.matrix());
    int threads = 4;
    CountDownLatch start = new CountDownLatch(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Future<?>[] done = new Future<?>[threads];
      for (int t = 0; t < threads; t++) {
        done[t] =
            pool.submit(
                () -> {
                  start.countDown();
                  start.await();
                  for (int round = 0; round < 20; round++) {
                    Plot actual = Plot.normal(4, 64, 300, 0, 0);
                    kernels.product(a, b, actual.matrix());
                    actual.assertSame(expected, () -> "product");
                  }
                  return true;
                });
      }
      for (Future<?> future : done) {
        assertEquals(true, future.get());
      }
    } finally {
      pool.shutdownNow();
    }
  }
}

package dev.nn.examples.bench;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long a cache line takes from one core to another. On virtual machines that changes between
 * some 30 and some 250 ns while everything else stays the same, and decides what a second thread is
 * worth.
 */
final class PingPong {
  private static final int ROUNDS = 20_000;
  private static final int REPEATS = 5;

  private PingPong() {}

  /** Nanoseconds of one way: the median of several measurements; 0 with one processor only. */
  static double nanos() throws InterruptedException {
    if (Runtime.getRuntime().availableProcessors() < 2) {
      return 0;
    }
    double[] results = new double[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      results[i] = measure();
    }
    Arrays.sort(results);
    return results[REPEATS / 2];
  }

  private static double measure() throws InterruptedException {
    AtomicInteger ball = new AtomicInteger();
    Thread partner =
        new Thread(
            () -> {
              for (int i = 0; i < ROUNDS; i++) {
                while (ball.get() != 2 * i + 1) {
                  Thread.onSpinWait();
                }
                ball.set(2 * i + 2);
              }
            });
    partner.setDaemon(true);
    partner.start();
    long start = System.nanoTime();
    for (int i = 0; i < ROUNDS; i++) {
      ball.set(2 * i + 1);
      while (ball.get() != 2 * i + 2) {
        Thread.onSpinWait();
      }
    }
    long nanos = System.nanoTime() - start;
    partner.join();
    return nanos / (2.0 * ROUNDS);
  }
}

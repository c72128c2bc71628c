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
  private static final long LIMIT_NANOS = 50_000_000;
  private static final int END = Integer.MAX_VALUE;

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
    Thread partner = new Thread(() -> answer(ball));
    partner.setDaemon(true);
    partner.start();
    long start = System.nanoTime();
    int sent = 0;
    // Where other processes keep the cores busy, each way takes milliseconds.
    while (sent < ROUNDS && System.nanoTime() - start < LIMIT_NANOS) {
      for (int i = 0; i < 10; i++) {
        sent++;
        ball.set(sent);
        while (ball.get() != -sent) {
          Thread.onSpinWait();
        }
      }
    }
    long nanos = System.nanoTime() - start;
    ball.set(END);
    partner.join();
    return nanos / (2.0 * sent);
  }

  private static void answer(AtomicInteger ball) {
    int seen = ball.get();
    while (seen != END) {
      if (seen > 0) {
        ball.set(-seen);
      }
      Thread.onSpinWait();
      seen = ball.get();
    }
  }
}

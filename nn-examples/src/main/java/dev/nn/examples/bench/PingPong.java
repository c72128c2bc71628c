package dev.nn.examples.bench;

import com.google.common.math.Quantiles;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures how long a cache line takes from one core to another. On virtual machines this time
 * varies between about 30 and 250 ns while everything else stays the same, and it decides how much
 * a second thread helps. Figures of several threads can only be compared if it was the same for
 * both.
 */
final class PingPong {
  private static final int ROUNDS = 20_000;
  private static final int REPEATS = 5;
  private static final long LIMIT_NANOS = 50_000_000;
  private static final int END = Integer.MAX_VALUE;

  private PingPong() {}

  /**
   * Returns the nanoseconds of one way, as the median of several measurements; 0 if there is only
   * one processor.
   */
  static double nanos() throws InterruptedException {
    if (Runtime.getRuntime().availableProcessors() < 2) {
      return 0;
    }
    double[] results = new double[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      results[i] = measure();
    }
    return Quantiles.median().compute(results);
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

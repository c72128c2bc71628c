package dev.nn.benchmarks;

import dev.nn.api.Shape;
import dev.nn.core.BatchingPredictor;
import dev.nn.core.Model;
import dev.nn.core.Network;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Prints how long one row takes while many threads ask for one each, all the time: the median, one
 * call in a hundred, one in a thousand, and the calls of a second. The network is that of i1, or
 * one whose layers are given. Each thread asking the model by itself and all of them through {@link
 * BatchingPredictor} are measured in turn.
 *
 * <pre>{@code
 * nn-benchmarks/run-java dev.nn.benchmarks.Latency [THREADS] [SECONDS] [ROUNDS] [LAYERS]
 * }</pre>
 */
public final class Latency {
  private static final int INPUTS = 784;
  private static final String NETWORK =
      "dense(units=512, activation=relu), dense(units=512, activation=relu),"
          + " dense(units=10, activation=softmax)";
  private static final int ROWS = 1024;
  private static final double WARM_UP_SECONDS = 3;

  private Latency() {}

  private interface Prediction {
    float[] of(float[] features) throws InterruptedException;
  }

  /** Runs the measurement. */
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    int threads = args.length > 0 ? Integer.parseInt(args[0]) : 8;
    double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 60;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 1;
    String layers = args.length > 3 ? args[3] : NETWORK;
    Model model = Model.initial(Network.of(Shape.of(INPUTS), layers), 1);
    try (BatchingPredictor together = model.batching(threads, Duration.ZERO)) {
      measure("warm-up, alone", model::predict, threads, WARM_UP_SECONDS);
      measure("warm-up, batching", together::predict, threads, WARM_UP_SECONDS);
      for (int round = 0; round < rounds; round++) {
        measure("alone", model::predict, threads, seconds);
        measure("batching", together::predict, threads, seconds);
      }
    }
  }

  private static void measure(String name, Prediction prediction, int threads, double seconds)
      throws InterruptedException, ExecutionException {
    float[][] features = RandomMatrices.uniform(ROWS, INPUTS, 1).toArray();
    long end = System.nanoTime() + (long) (seconds * 1e9);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<long[]>> all = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      int first = thread * ROWS / threads;
      Callable<long[]> caller = () -> nanos(prediction, features, first, end);
      all.add(pool.submit(caller));
    }
    pool.shutdown();
    List<long[]> parts = new ArrayList<>();
    for (Future<long[]> part : all) {
      parts.add(part.get());
    }
    long[] nanos = parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%-18s %d threads: p50 %.0f µs, p99 %.0f µs, p99.9 %.0f µs, %.0f rows/s%n",
        name,
        threads,
        at(nanos, 0.5),
        at(nanos, 0.99),
        at(nanos, 0.999),
        nanos.length / seconds);
  }

  private static long[] nanos(Prediction prediction, float[][] features, int first, long end)
      throws InterruptedException {
    long[] nanos = new long[1024];
    int calls = 0;
    long before = System.nanoTime();
    while (before < end) {
      float[] unused = prediction.of(features[(first + calls) % ROWS]);
      long after = System.nanoTime();
      if (calls == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * calls);
      }
      nanos[calls++] = after - before;
      before = after;
    }
    return Arrays.copyOf(nanos, calls);
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) (share * (sorted.length - 1))] / 1e3;
  }
}

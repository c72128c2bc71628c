package dev.nn.tests.allocation;

import com.sun.management.ThreadMXBean;
import dev.nn.api.Activation;
import dev.nn.api.Join;
import dev.nn.api.Shape;
import dev.nn.api.expression.Expression;
import dev.nn.api.expression.ExpressionActivation;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.layer.Dense;
import dev.nn.core.layer.Parallel;
import dev.nn.core.layer.Residual;
import dev.nn.math.CounterRandom;
import dev.nn.math.kernel.Kernels;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints for each of the workloads of {@code ./nn bench}, and for one with branches and an
 * activation given by its formula, how many bytes all threads of its training allocate in some
 * steps, once the code is warm.
 */
final class AllocationProgram {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final String WORKER = "nn-worker";

  /** Rows of features, which a training sees again and again. */
  private static final int ROWS = 1000;

  /**
   * The code is warm after some windows, and later the compiler of the virtual machine allocates
   * once in a while in the thread that it compiles for: the best of so many windows counts.
   */
  private static final int WINDOWS = 200;

  private enum Workload {
    W1(32, 1000, "sgd", "relu", 784, 128, 10),
    W2(128, 100, "adam", "relu", 784, 512, 512, 10),
    W3(32, 1000, "adam", "relu", 30, 64, 32, 1),
    W4(512, 5, "sgd", "relu", 1024, 2048, 2048, 1000),
    W5(1, 1000, "sgd", "sigmoid", 784, 30, 1),
    W6(64, 200, "adam", "tanh", 784, 256, 256, 10),
    BRANCHES(32, 500, "adam", "", 64, 48, 10) {
      @Override
      Network network() {
        return Network.of(
            Shape.of(64),
            new Dense(48, new Bump()),
            new Residual(new Dense(16, Activation.named("silu")), new Dense(48)),
            new Parallel(Join.MULTIPLY, new Dense(21), new Dense(21, Activation.named("sigmoid"))),
            new Parallel(Join.CONCATENATE, new Dense(5, new Bump()), new Residual(new Dense(21))),
            new Dense(10, Activation.named("softmax")));
      }
    };

    final int batch;
    final int steps;
    final String optimizer;
    final String activation;
    final int[] widths;

    /** With the number of steps in a window of the normal build. */
    Workload(int batch, int steps, String optimizer, String activation, int... widths) {
      this.batch = batch;
      this.steps = steps;
      this.optimizer = optimizer;
      this.activation = activation;
      this.widths = widths;
    }

    int outputs() {
      return widths[widths.length - 1];
    }

    boolean isBinary() {
      return outputs() == 1;
    }

    Network network() {
      String output = isBinary() ? "sigmoid" : "softmax";
      String[] layers =
          IntStream.range(1, widths.length)
              .mapToObj(
                  i ->
                      "dense(units=%d, activation=%s)"
                          .formatted(widths[i], i == widths.length - 1 ? output : activation))
              .toArray(String[]::new);
      return Network.of(Shape.of(widths[0]), layers);
    }

    /** Data for epochs of so many steps. */
    Dataset data(int steps) {
      CounterRandom random = CounterRandom.of(1);
      float[][] features = new float[ROWS][widths[0]];
      int[] labels = new int[ROWS];
      for (int i = 0; i < ROWS; i++) {
        for (int j = 0; j < features[i].length; j++) {
          features[i][j] = random.nextFloat();
        }
        labels[i] = i % Math.max(2, outputs());
      }
      Dataset all =
          isBinary() ? Dataset.binary(features, labels) : Dataset.classes(features, labels);
      return all.select(IntStream.range(0, steps * batch).map(i -> i % ROWS).toArray());
    }
  }

  private record Bump() implements ExpressionActivation {
    @Override
    public String name() {
      return "test.bump";
    }

    @Override
    public Expression formula(Expression z) {
      return z.times(z.plus(0.5).tanh());
    }
  }

  private AllocationProgram() {}

  /** Takes {@code full} for windows of 1,000 steps, else those of large networks are shorter. */
  public static void main(String[] arguments) {
    boolean isFull = List.of(arguments).contains("full");
    System.out.println(Kernels.active().name());
    for (Workload workload : Workload.values()) {
      int steps = isFull ? 1000 : workload.steps;
      System.out.printf("%s: %d bytes in %d steps%n", workload, leastBytes(workload, steps), steps);
    }
  }

  /** The end of an epoch adds to the history, so the windows lie within epochs. */
  @SuppressWarnings("deprecation") // its successor threadId() does not exist on JDK 17
  private static long leastBytes(Workload workload, int steps) {
    Trainer trainer =
        Trainer.builder()
            .loss(workload.isBinary() ? "binary_crossentropy" : "categorical_crossentropy")
            .optimizer(workload.optimizer)
            .batchSize(workload.batch)
            .epochs(WINDOWS + 1)
            .threads(2)
            .build();
    Set<Thread> others = workers();
    try (TrainingSession session = trainer.start(workload.network(), workload.data(steps + 2))) {
      long[] threads =
          workers().stream().filter(t -> !others.contains(t)).mapToLong(Thread::getId).toArray();
      long least = Long.MAX_VALUE;
      for (int window = 0; window < WINDOWS && least > 0; window++) {
        boolean unused = session.step();
        long othersBefore = bytesOf(threads);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < steps; i++) {
          unused = session.step();
        }
        long own = THREADS.getCurrentThreadAllocatedBytes() - before;
        least = Math.min(least, own + bytesOf(threads) - othersBefore);
        unused = session.step();
      }
      return least;
    }
  }

  private static Set<Thread> workers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(WORKER))
        .collect(Collectors.toSet());
  }

  /** Bytes allocated so far by other threads; finding out allocates some in this one. */
  private static long bytesOf(long[] threads) {
    long bytes = 0;
    for (long thread : threads) {
      bytes += THREADS.getThreadAllocatedBytes(thread);
    }
    return bytes;
  }
}

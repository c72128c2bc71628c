package dev.nn.benchmarks;

import dev.nn.core.TrainingSession;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * Prints within seconds which share of the arithmetic limit the product of two matrices of 1024 ×
 * 1024 reaches on one core, in a process like an application's: other kernels and trainings have
 * run before, so that the compiler has seen every kind of product. Limit and product are measured
 * in turn, in processor time of this thread: where other processes want the cores, too, that still
 * tells something.
 */
public final class SgemmShare {
  private static final int SIZE = 1024;
  private static final int ROUNDS = 11;
  private static final long ROUND_NANOS = 100_000_000L;
  private static final long TRAINING_NANOS = 500_000_000L;

  private SgemmShare() {}

  /** Takes no arguments. */
  public static void main(String[] args) {
    Kernels kernels = Kernels.active();
    System.out.printf(
        "# Java %s, kernels: %s, limit: %s-bit vectors%n",
        System.getProperty("java.version"), kernels.name(), ArithmeticLimit.vectorBits());
    runOtherKernels(kernels);
    train();

    Matrix a = RandomMatrices.uniform(SIZE, SIZE, 1);
    Matrix b = RandomMatrices.uniform(SIZE, SIZE, 2);
    Matrix c = Matrix.padded(SIZE, SIZE);
    double[] products = new double[ROUNDS];
    double[] limits = new double[ROUNDS];
    // The first round lets the compiler finish.
    for (int round = -1; round < ROUNDS; round++) {
      double product = gflops(kernels, a, b, c);
      double limit = ArithmeticLimit.gflops(SgemmShare::processorNanos, ROUND_NANOS);
      if (round >= 0) {
        products[round] = product;
        limits[round] = limit;
      }
    }
    double product = median(products);
    double limit = median(limits);
    System.out.printf(
        Locale.ROOT,
        "sgemm %d %.1f GFLOP/s, limit %.1f GFLOP/s, share %.3f%n",
        SIZE,
        product,
        limit,
        product / limit);
  }

  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double gflops(Kernels kernels, Matrix a, Matrix b, Matrix c) {
    double operations = 0;
    long start = processorNanos();
    long spent = 0;
    while (spent < ROUND_NANOS) {
      kernels.product(a, b, c);
      operations += 2.0 * SIZE * SIZE * SIZE;
      spent = processorNanos() - start;
    }
    return operations / spent;
  }

  private static void runOtherKernels(Kernels kernels) {
    for (int size : new int[] {1, 10, 33, 128, 200}) {
      Matrix a = RandomMatrices.uniform(size, size, 1);
      Matrix b = RandomMatrices.uniform(size, size, 2);
      Matrix c = Matrix.padded(size, size);
      for (int repeat = 0; repeat < 200; repeat++) {
        kernels.product(a, b, c);
        kernels.addProduct(a, b, c);
        kernels.transposedProduct(a, b, c);
        kernels.productTransposed(a, b, c);
        kernels.transpose(a, c);
        kernels.sigmoid(a, c);
        kernels.exp(a, c);
        kernels.softmax(a, c);
      }
    }
  }

  private static void train() {
    for (TrainingWork work :
        new TrainingWork[] {TrainingWork.W1, TrainingWork.W3, TrainingWork.W5, TrainingWork.W6}) {
      try (TrainingSession session = work.start(1)) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < TRAINING_NANOS) {
          boolean unused = session.step();
        }
      }
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}

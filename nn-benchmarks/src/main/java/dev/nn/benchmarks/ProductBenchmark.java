package dev.nn.benchmarks;

import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Matrix products of the shapes that training meets, on one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls fill first
public class ProductBenchmark {
  /** m × n × k: C is m × n, and each of its elements a sum of k products. */
  @Param({"32x128x784", "128x512x784", "512x2048x1024", "1024x1024x1024"})
  private String shape;

  private final Kernels kernels = Kernels.active();
  private double operations;
  private Matrix left;
  private Matrix leftTransposed;
  private Matrix right;
  private Matrix rightTransposed;
  private Matrix result;

  /** Fills the operands. */
  @Setup
  public void fill() {
    int[] sizes = Arrays.stream(shape.split("x", -1)).mapToInt(Integer::parseInt).toArray();
    int m = sizes[0];
    int n = sizes[1];
    int k = sizes[2];
    operations = 2.0 * m * n * k;
    left = RandomMatrices.uniform(m, k, 1);
    leftTransposed = RandomMatrices.uniform(k, m, 2);
    right = RandomMatrices.uniform(k, n, 3);
    rightTransposed = RandomMatrices.uniform(n, k, 4);
    result = Matrix.padded(m, n);
  }

  /** C = A·B. */
  @Benchmark
  public Matrix product(FlopCounter counter) {
    kernels.product(left, right, result);
    counter.count(operations);
    return result;
  }

  /** C = Aᵀ·B. */
  @Benchmark
  public Matrix transposedProduct(FlopCounter counter) {
    kernels.transposedProduct(leftTransposed, right, result);
    counter.count(operations);
    return result;
  }

  /** C = A·Bᵀ. */
  @Benchmark
  public Matrix productTransposed(FlopCounter counter) {
    kernels.productTransposed(left, rightTransposed, result);
    counter.count(operations);
    return result;
  }
}

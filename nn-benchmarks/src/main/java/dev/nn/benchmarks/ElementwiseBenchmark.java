package dev.nn.benchmarks;

import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;
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

/** Elementary functions of all elements of a matrix, in elements per microsecond. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls fill first
public class ElementwiseBenchmark {
  /** Elements of a row: a softmax of few classes, and a wide layer. */
  @Param({"10", "256"})
  private int columns;

  private final Kernels kernels = Kernels.active();
  private Matrix input;
  private Matrix output;

  /** Fills the operand. */
  @Setup
  public void fill() {
    int rows = 64;
    input = RandomMatrices.uniform(rows, columns, 1);
    output = Matrix.padded(rows, columns);
  }

  /** The exponential function. */
  @Benchmark
  public Matrix exp(ElementCounter counter) {
    kernels.exp(input, output);
    counter.elements += input.size();
    return output;
  }

  /** The hyperbolic tangent. */
  @Benchmark
  public Matrix tanh(ElementCounter counter) {
    for (int i = 0; i < input.rows(); i++) {
      int from = input.rowStart(i);
      int to = output.rowStart(i);
      for (int j = 0; j < columns; j++) {
        output.data()[to + j] = FloatMath.tanh(input.data()[from + j]);
      }
    }
    counter.elements += input.size();
    return output;
  }

  /** The logistic function. */
  @Benchmark
  public Matrix sigmoid(ElementCounter counter) {
    kernels.sigmoid(input, output);
    counter.elements += input.size();
    return output;
  }

  /** Softmax of each row. */
  @Benchmark
  public Matrix softmax(ElementCounter counter) {
    kernels.softmax(input, output);
    counter.elements += input.size();
    return output;
  }
}

package dev.nn.math.simd;

import com.sun.management.ThreadMXBean;
import dev.nn.math.Compression;
import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.CompressedMatrix;
import dev.nn.math.kernel.Kernels;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Prints the operations that make objects once they are compiled; a program, so that other JVM
 * flags can be tried. The loops are long, so that they are hot before their methods have been
 * called often.
 */
final class AllocatingKernels {
  private static final int CALLS = 200;

  /** More calls than any compiler waits for. */
  private static final int ROUNDS = 100;

  private AllocatingKernels() {}

  /** Prints a line for each operation that allocates, and how many there are. */
  public static void main(String[] args) {
    Map<String, Runnable> operations = operations(Kernels.active());
    operations.forEach(
        (name, operation) -> {
          long bytes = bytes(operation);
          for (int round = 1; bytes > 0 && round < ROUNDS; round++) {
            bytes = bytes(operation);
          }
          if (bytes > 0) {
            System.out.println(name + ": " + bytes / CALLS + " bytes a call");
          }
        });
    System.out.println(operations.size() + " operations on " + Kernels.active().name());
  }

  private static long bytes(Runnable operation) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int n = 0; n < CALLS; n++) {
      operation.run();
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static Map<String, Runnable> operations(Kernels kernels) {
    Map<String, Runnable> operations = new LinkedHashMap<>();
    for (int rows : new int[] {1, 4, 8, 64}) {
      for (int columns : new int[] {10, 16, 64, 192}) {
        Matrix a = normal(1, rows, 700);
        Matrix b = normal(2, 700, columns);
        Matrix row = normal(3, 1, columns);
        Matrix c = normal(4, rows, columns);
        String shape = " of " + rows + " rows and " + columns + " columns";
        operations.put("product" + shape, () -> kernels.product(a, b, row, c));
        operations.put("sum of products" + shape, () -> kernels.addProduct(a, b, c));
        Matrix left = normal(5, 700, rows);
        operations.put("transposed product" + shape, () -> kernels.transposedProduct(left, b, c));
        Matrix other = normal(6, columns, 700);
        operations.put(
            "product with a transpose" + shape, () -> kernels.productTransposed(a, other, c));
        Matrix w = normal(7, rows, columns);
        operations.put("descent" + shape, () -> descend(kernels, left, b, c, w));
        Matrix one = normal(8, 1, rows);
        operations.put("descent by one row" + shape, () -> descend(kernels, one, row, c, w));
      }
    }
    for (Compression form : Compression.values()) {
      Matrix b = normal(9, 700, 128);
      CompressedMatrix compressed = VectorProductsTest.compressed(b, form);
      Matrix a = normal(1, 1, 700);
      Matrix row = normal(3, 1, 128);
      Matrix c = normal(4, 1, 128);
      operations.put("product with " + form, () -> kernels.product(a, compressed, row, c));
    }
    Matrix x = normal(10, 8, 4096);
    Matrix y = normal(11, 8, 4096);
    Matrix da = normal(12, 8, 4096);
    Matrix sums = normal(13, 1, 64);
    Matrix tall = normal(14, 4096, 64);
    operations.put("sums of columns", () -> kernels.columnSums(tall, sums));
    operations.put("exp", () -> kernels.exp(x, y));
    operations.put("sigmoid", () -> kernels.sigmoid(x, y));
    operations.put("relu", () -> kernels.relu(x, y));
    operations.put("gradient of relu", () -> kernels.reluGradient(x, da, y));
    operations.put("gradient of sigmoid", () -> kernels.sigmoidGradient(x, da, y));
    operations.put("softmax", () -> kernels.softmax(x, y));
    operations.put("look for NaN", () -> look(kernels, x));
    return operations;
  }

  private static void descend(Kernels kernels, Matrix a, Matrix b, Matrix gradient, Matrix w) {
    boolean unused = kernels.descend(a, b, 1e-9f, gradient, w);
  }

  private static void look(Kernels kernels, Matrix x) {
    boolean unused = kernels.allFinite(x.data(), 0, x.data().length);
  }

  private static Matrix normal(int seed, int rows, int columns) {
    Matrix matrix = Matrix.padded(rows, columns);
    CounterRandom.normal(CounterRandom.key(seed), matrix, 0);
    return matrix;
  }
}

package dev.nn.tests.conformance.onnx;

import dev.nn.api.Kind;
import dev.nn.api.Shape;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.vector.Need;
import dev.nn.tests.conformance.vector.Networks;
import dev.nn.tests.conformance.vector.Numbers;
import dev.nn.tests.conformance.vector.Plan;
import dev.nn.tests.conformance.vector.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Matrix products as predictions of a dense layer: the right factor is its kernel, what is added
 * its bias. Transposes and coefficients go into the arrays before.
 */
final class OnnxProducts {
  private final PluginRegistry registry;

  OnnxProducts(PluginRegistry registry) {
    this.registry = registry;
  }

  private Need dense() {
    return Need.plugin(registry, Kind.LAYER, "dense");
  }

  /** α A B + β C, where C stretches. */
  Plan gemm(OnnxCase vector) {
    return Plan.when(
        List.of(dense()),
        measure -> {
          Tensor a = vector.input(0).orElseThrow();
          Tensor b = vector.input(1).orElseThrow();
          Tensor left = vector.attribute("transA", 0) == 1 ? a.transposed() : a;
          Tensor right = vector.attribute("transB", 0) == 1 ? b.transposed() : b;
          float[] kernel = Numbers.scaled(right.data(), vector.attribute("alpha", 1.0));
          int rows = left.shape()[0];
          int columns = right.shape()[1];
          Optional<float[]> c =
              vector
                  .input(2)
                  .map(addend -> addend.stretchedTo(rows, columns))
                  .map(addend -> Numbers.scaled(addend, vector.attribute("beta", 1.0)));
          float[] y = product(left.rows(rows), kernel, columns, c);
          vector.compare(measure, Tensor.of(y, rows, columns));
        });
  }

  /**
   * A · kernel + C. A dense layer has one bias for all rows, so where the rows of C differ each
   * becomes the weights of one more input, which is 1 for its row and 0 for the others.
   */
  private float[] product(float[][] a, float[] kernel, int columns, Optional<float[]> c) {
    if (c.isEmpty()) {
      return predict(a, columns, "false", kernel);
    }
    float[] first = Arrays.copyOf(c.get(), columns);
    if (Arrays.equals(c.get(), repeated(first, a.length))) {
      return predict(a, columns, "true", kernel, first);
    }
    float[][] extended = new float[a.length][];
    for (int i = 0; i < a.length; i++) {
      extended[i] = Arrays.copyOf(a[i], a[i].length + a.length);
      extended[i][a[i].length + i] = 1;
    }
    return predict(extended, columns, "false", Numbers.joined(new float[][] {kernel, c.get()}));
  }

  private static float[] repeated(float[] row, int times) {
    float[][] rows = new float[times][];
    Arrays.fill(rows, row);
    return Numbers.joined(rows);
  }

  private float[] predict(float[][] a, int units, String bias, float[]... parameters) {
    String layer = "dense(units=%d, bias=%s)".formatted(units, bias);
    return Numbers.joined(
        Networks.model(registry, Shape.of(a[0].length), List.of(layer), parameters).predict(a));
  }

  /**
   * A stack of matrix products. A vector on the left is one row, one on the right one column; the
   * other dimensions stretch.
   */
  Plan matMul(OnnxCase vector) {
    return Plan.when(
        List.of(dense()),
        measure -> {
          Tensor a = vector.input(0).orElseThrow();
          Tensor b = vector.input(1).orElseThrow();
          Stack left = Stack.of(a, a.rank() == 1 ? 1 : a.shape()[a.rank() - 2]);
          Stack right = Stack.of(b, b.rank() == 1 ? b.shape()[0] : b.shape()[b.rank() - 2]);
          int[] stack = common(left.dimensions, right.dimensions);
          float[][] lefts = left.matrices(stack);
          float[][] rights = right.matrices(stack);
          float[][] products = new float[lefts.length][];
          for (int i = 0; i < products.length; i++) {
            float[][] rows = Tensor.of(lefts[i], lefts[i].length).rows(left.rows);
            int columns = rights[i].length / right.rows;
            products[i] = product(rows, rights[i], columns, Optional.empty());
          }
          vector.compare(measure, Numbers.joined(products));
        });
  }

  private static int[] common(int[] left, int[] right) {
    int[] result = new int[Math.max(left.length, right.length)];
    for (int i = 1; i <= result.length; i++) {
      int l = i <= left.length ? left[left.length - i] : 1;
      int r = i <= right.length ? right[right.length - i] : 1;
      result[result.length - i] = Math.max(l, r);
    }
    return result;
  }

  /** Matrices with so many rows in a stack of some dimensions. */
  private record Stack(int[] dimensions, int rows, int size, float[] data) {
    static Stack of(Tensor tensor, int rows) {
      int[] dimensions = Arrays.copyOf(tensor.shape(), Math.max(0, tensor.rank() - 2));
      int size = tensor.size(dimensions.length, tensor.rank());
      return new Stack(dimensions, rows, size, tensor.data());
    }

    /** The matrices of a larger stack, in which dimensions of 1 are repeated. */
    float[][] matrices(int[] stack) {
      float[] places = new float[data.length / size];
      for (int i = 0; i < places.length; i++) {
        places[i] = i;
      }
      float[] stretched = Tensor.of(places, dimensions).stretchedTo(stack);
      float[][] matrices = new float[stretched.length][];
      for (int i = 0; i < matrices.length; i++) {
        int from = (int) stretched[i] * size;
        matrices[i] = Arrays.copyOfRange(data, from, from + size);
      }
      return matrices;
    }
  }
}

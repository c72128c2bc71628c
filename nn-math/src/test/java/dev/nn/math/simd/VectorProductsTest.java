package dev.nn.math.simd;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.math.Compression;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.CompressedMatrix;
import dev.nn.math.kernel.Kernels;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The products of the vector kernels beside those of the scalar ones. */
@NeedsVectorModule
class VectorProductsTest {
  private static final int[] SIZES = {0, 1, 2, 3, 5, 7, 10, 13, 17, 31, 33, 64, 100};

  private final Kernels vectors = new VectorKernels();
  private final Kernels scalars = Kernels.scalar();

  /** Triples m, k, n: every pair of odd sizes occurs, and some need packing and its edges. */
  static Stream<Arguments> shapes() {
    Stream<Arguments> mixed =
        Arrays.stream(SIZES)
            .boxed()
            .flatMap(
                m ->
                    IntStream.range(0, SIZES.length)
                        .mapToObj(i -> Arguments.of(m, SIZES[i], SIZES[(i + m) % SIZES.length])));
    return Stream.concat(
        mixed,
        Stream.of(
            Arguments.of(207, 513, 257),
            Arguments.of(300, 513, 257),
            Arguments.of(100, 1030, 531),
            Arguments.of(513, 256, 512),
            Arguments.of(64, 2000, 266),
            Arguments.of(3, 513, 513)));
  }

  /** Where the result lies: seamless, with gaps, or padded. */
  private enum Layout {
    SEAMLESS,
    GAPS,
    PADDED;

    Plot plot(long seed, int rows, int columns) {
      return switch (this) {
        case SEAMLESS -> Plot.normal(seed, rows, columns, 1, 0);
        case GAPS -> Plot.normal(seed, rows, columns, 5, 3);
        case PADDED -> Plot.padded(seed, rows, columns);
      };
    }
  }

  @FunctionalInterface
  private interface Product {
    void apply(Kernels kernels, Plot a, Plot b, Plot c);
  }

  private void assertSame(String name, Product product, int[] a, int[] b, int[] c) {
    for (Layout layout : Layout.values()) {
      Plot left = layout.plot(1, a[0], a[1]);
      Plot right = layout.plot(2, b[0], b[1]);
      Plot expected = layout.plot(3, c[0], c[1]);
      Plot actual = layout.plot(3, c[0], c[1]);
      product.apply(scalars, left, right, expected);
      product.apply(vectors, left, right, actual);
      actual.assertSame(
          expected,
          () -> "%s, A %s, B %s, %s".formatted(name, left.matrix(), right.matrix(), layout));
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void productsHaveTheSameBits(int m, int k, int n) {
    int[] a = {m, k};
    int[] b = {k, n};
    int[] c = {m, n};
    assertSame("A·B", (on, x, y, z) -> on.product(x.matrix(), y.matrix(), z.matrix()), a, b, c);
    assertSame(
        "C + A·B", (on, x, y, z) -> on.addProduct(x.matrix(), y.matrix(), z.matrix()), a, b, c);
    Plot row = Plot.normal(4, 1, n, 2, 0);
    assertSame(
        "row + A·B",
        (on, x, y, z) -> on.product(x.matrix(), y.matrix(), row.matrix(), z.matrix()),
        a,
        b,
        c);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void productsWithTransposesHaveTheSameBits(int m, int k, int n) {
    int[] c = {m, n};
    assertSame(
        "Aᵀ·B",
        (on, x, y, z) -> on.transposedProduct(x.matrix(), y.matrix(), z.matrix()),
        new int[] {k, m},
        new int[] {k, n},
        c);
    assertSame(
        "A·Bᵀ",
        (on, x, y, z) -> on.productTransposed(x.matrix(), y.matrix(), z.matrix()),
        new int[] {m, k},
        new int[] {n, k},
        c);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void descentHasTheSameBits(int m, int k, int n) {
    assertSame(
        "W − rate·(Aᵀ·B)",
        (on, x, y, z) -> {
          Matrix gradient = Matrix.zeros(m, n);
          assertTrue(on.descend(x.matrix(), y.matrix(), 0.3f, gradient, z.matrix()));
        },
        new int[] {k, m},
        new int[] {k, n},
        new int[] {m, n});
  }

  /** Every place of every tile, whichever way it is computed. */
  @Test
  void descentTellsOfEveryWeightThatIsNotFinite() {
    for (int n : new int[] {1, 10, 16, 30, 37, 48, 70}) {
      for (int k : new int[] {1, 5}) {
        Matrix a = Plot.normal(1, k, 13, 0, 0).matrix();
        Matrix b = Plot.normal(2, k, n, 0, 0).matrix();
        for (int at = 0; at < 13 * n; at++) {
          Matrix w = Plot.normal(3, 13, n, 0, 0).matrix();
          w.set(at / n, at % n, at % 2 == 0 ? Float.NaN : Float.NEGATIVE_INFINITY);
          assertFalse(vectors.descend(a, b, 0.1f, Matrix.zeros(13, n), w), "in place " + at);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void productsWithCompressedWeightsHaveTheSameBits(int m, int k, int n) {
    Plot row = Plot.normal(4, 1, n, 2, 0);
    for (Compression form : Compression.values()) {
      assertSame(
          "row + A·B in " + form,
          (on, x, y, z) ->
              on.product(x.matrix(), compressed(y.matrix(), form), row.matrix(), z.matrix()),
          new int[] {m, k},
          new int[] {k, n},
          new int[] {m, n});
    }
  }

  static CompressedMatrix compressed(Matrix weights, Compression form) {
    float[] scales = new float[weights.columns()];
    for (int j = 0; j < scales.length; j++) {
      scales[j] = form.scale(weights, j);
    }
    return CompressedMatrix.of(weights, form, scales);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void underflowKeepsTheSignOfZero(int m, int k, int n) {
    assertSame(
        "A·Bᵀ of tiny numbers",
        (on, x, y, z) -> {
          x.matrix().fill(1e-30f);
          y.matrix().fill(-1e-30f);
          on.productTransposed(x.matrix(), y.matrix(), z.matrix());
        },
        new int[] {m, k},
        new int[] {n, k},
        new int[] {m, n});
  }
}

package dev.nn.math.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.math.Compression;
import dev.nn.math.Matrix;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The products that every implementation of {@link Kernels} has to give, bit for bit. */
interface ProductsContract {
  Kernels kernels();

  /** Triples m, k, n: every pair of odd sizes occurs, and some pass all block sizes. */
  static Stream<Arguments> shapes() {
    int[] sizes = {0, 1, 2, 3, 7, 13, 17, 31, 33, 64, 100, 207};
    Stream<Arguments> mixed =
        IntStream.range(0, sizes.length * sizes.length)
            .mapToObj(
                i -> {
                  int first = i / sizes.length;
                  int second = i % sizes.length;
                  int third = (first + second) % sizes.length;
                  return Arguments.of(sizes[first], sizes[second], sizes[third]);
                });
    return Stream.concat(
        mixed,
        Stream.of(
            Arguments.of(300, 40, 130),
            Arguments.of(300, 60, 140),
            Arguments.of(300, 270, 134),
            Arguments.of(60, 300, 200),
            Arguments.of(2, 300, 530),
            Arguments.of(40, 130, 300),
            Arguments.of(35, 600, 41),
            Arguments.of(130, 520, 260)));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  default void productsAreChainsOfFmaAlongK(int m, int k, int n) {
    GuardedMatrix a = GuardedMatrix.normal(1, m, k);
    GuardedMatrix b = GuardedMatrix.normal(2, k, n);
    GuardedMatrix c = GuardedMatrix.normal(3, m, n);
    Matrix expected = Matrix.zeros(m, n);
    NaiveProducts.addProduct(a.matrix(), b.matrix(), expected);

    kernels().product(a.matrix(), b.matrix(), c.matrix());
    assertArrayEquals(expected.toArray(), c.matrix().toArray());
    kernels().addProduct(a.matrix(), b.matrix(), c.matrix());
    NaiveProducts.addProduct(a.matrix(), b.matrix(), expected);
    assertArrayEquals(expected.toArray(), c.matrix().toArray());
    c.assertUnharmed();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  default void productsWithCompressedWeightsAreThoseWithTheFloatsTheyStandFor(int m, int k, int n) {
    for (Compression compression : Compression.values()) {
      GuardedMatrix a = GuardedMatrix.normal(1, m, k);
      GuardedMatrix row = GuardedMatrix.normal(2, 1, n);
      GuardedMatrix c = GuardedMatrix.normal(3, m, n);
      Matrix weights = GuardedMatrix.normal(4, k, n).matrix();
      float[] scales = new float[n];
      for (int j = 0; j < n; j++) {
        scales[j] = compression.scale(weights, j);
      }
      CompressedMatrix b = CompressedMatrix.of(weights, compression, scales);
      Matrix floats = Matrix.zeros(k, n);
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < n; j++) {
          floats.set(i, j, b.get(i, j));
        }
      }
      Matrix expected = Matrix.zeros(m, n);
      kernels().fillRows(row.matrix(), expected);
      NaiveProducts.addProduct(a.matrix(), floats, expected);

      kernels().product(a.matrix(), b, row.matrix(), c.matrix());
      assertArrayEquals(expected.toArray(), c.matrix().toArray(), compression.name());
      c.assertUnharmed();
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  default void transposedProductsAreTheSameChains(int m, int k, int n) {
    GuardedMatrix a = GuardedMatrix.normal(1, k, m);
    GuardedMatrix b = GuardedMatrix.normal(2, k, n);
    GuardedMatrix c = GuardedMatrix.normal(3, m, n);
    Matrix expected = Matrix.zeros(m, n);
    NaiveProducts.addProduct(NaiveProducts.transposed(a.matrix()), b.matrix(), expected);

    kernels().transposedProduct(a.matrix(), b.matrix(), c.matrix());
    assertArrayEquals(expected.toArray(), c.matrix().toArray());
    c.assertUnharmed();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  default void descentIsTheProductThenItsShareOfTheRateThenTheDifference(int m, int k, int n) {
    float rate = 0.3f;
    GuardedMatrix a = GuardedMatrix.normal(1, k, m);
    GuardedMatrix b = GuardedMatrix.normal(2, k, n);
    GuardedMatrix gradient = GuardedMatrix.normal(3, m, n);
    GuardedMatrix w = GuardedMatrix.normal(4, m, n);
    Matrix product = Matrix.zeros(m, n);
    NaiveProducts.addProduct(NaiveProducts.transposed(a.matrix()), b.matrix(), product);
    Matrix expected = Matrix.copyOf(w.matrix().toArray());
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        expected.set(i, j, expected.get(i, j) - rate * product.get(i, j));
      }
    }

    assertTrue(kernels().descend(a.matrix(), b.matrix(), rate, gradient.matrix(), w.matrix()));
    assertArrayEquals(expected.toArray(), w.matrix().toArray());
    gradient.assertUnharmed();
    w.assertUnharmed();
  }

  @Test
  default void descentTellsOfEveryWeightThatIsNoLongerFinite() {
    for (int k : new int[] {1, 5}) {
      for (int n : new int[] {1, 10, 16, 30, 37, 48, 70}) {
        Matrix a = GuardedMatrix.normal(1, k, 13).matrix();
        Matrix b = GuardedMatrix.normal(2, k, n).matrix();
        for (int at = 0; at < 13 * n; at++) {
          for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            Matrix w = GuardedMatrix.normal(4, 13, n).matrix();
            w.set(at / n, at % n, bad);
            assertFalse(kernels().descend(a, b, 0.1f, Matrix.zeros(13, n), w), "in place " + at);
          }
        }
      }
    }
  }

  @Test
  default void descentTellsOfEveryWeightOfALargeProductThatIsNoLongerFinite() {
    for (int n : new int[] {139, 140, 144}) {
      Matrix a = GuardedMatrix.normal(1, 20, 30).matrix();
      Matrix b = GuardedMatrix.normal(2, 20, n).matrix();
      for (int at = 0; at < 30 * n; at++) {
        Matrix w = GuardedMatrix.normal(4, 30, n).matrix();
        w.set(at / n, at % n, Float.NEGATIVE_INFINITY);
        assertFalse(kernels().descend(a, b, 0.1f, Matrix.zeros(30, n), w), "in place " + at);
      }
    }
  }

  @Test
  default void descentOfHugeWeightsIsFiniteAsLongAsEachOfThemIs() {
    for (int k : new int[] {1, 5, 20}) {
      for (int n : new int[] {1, 10, 30, 140}) {
        Matrix a = GuardedMatrix.normal(1, k, 30).matrix();
        Matrix b = GuardedMatrix.normal(2, k, n).matrix();
        Matrix w = Matrix.zeros(30, n);
        w.fill(3e38f);
        assertTrue(kernels().descend(a, b, 0.1f, Matrix.zeros(30, n), w), k + " × " + n);

        w.set(29, n - 1, Float.POSITIVE_INFINITY);
        w.set(0, 0, Float.NEGATIVE_INFINITY);
        assertFalse(kernels().descend(a, b, 0.1f, Matrix.zeros(30, n), w), k + " × " + n);
      }
    }
  }

  @Test
  default void anyNumberOfColumnsGivesTheSame() {
    for (int m : new int[] {1, 11}) {
      for (int k : new int[] {1, 3}) {
        Matrix a = GuardedMatrix.normal(1, m, k).matrix();
        Matrix b = GuardedMatrix.normal(2, k, 150).matrix();
        Matrix product = Matrix.zeros(m, 150);
        NaiveProducts.addProduct(a, b, product);
        for (int n = 1; n <= 150; n++) {
          String shape = m + " × " + k + " × " + n;
          GuardedMatrix c = GuardedMatrix.normal(3, m, n);
          kernels().product(a, b.columns(0, n), c.matrix());
          assertArrayEquals(product.columns(0, n).toArray(), c.matrix().toArray(), shape);
          c.assertUnharmed();

          GuardedMatrix w = GuardedMatrix.normal(4, m, n);
          w.matrix().fill(0);
          Matrix transposed = NaiveProducts.transposed(a);
          Matrix none = Matrix.zeros(m, n);
          assertTrue(kernels().descend(transposed, b.columns(0, n), -1, none, w.matrix()), shape);
          assertArrayEquals(product.columns(0, n).toArray(), w.matrix().toArray(), shape);
          w.assertUnharmed();
        }
      }
    }
  }

  @Test
  default void anyNumberOfRowsGivesTheSame() {
    Matrix a = GuardedMatrix.normal(1, 90, 40).matrix();
    Matrix b = GuardedMatrix.normal(2, 40, 350).matrix();
    Matrix expected = Matrix.zeros(90, 350);
    NaiveProducts.addProduct(a, b, expected);
    for (int m = 0; m <= 90; m++) {
      for (int n : new int[] {10, 350}) {
        GuardedMatrix c = GuardedMatrix.normal(3, m, n);
        kernels().product(a.rows(0, m), b.columns(0, n), c.matrix());
        assertArrayEquals(
            expected.rows(0, m).columns(0, n).toArray(), c.matrix().toArray(), m + " × " + n);
        c.assertUnharmed();
      }
    }
  }

  @Test
  default void descentDoesNotLookAtThePadding() {
    for (int[] shape : new int[][] {{4, 1, 3}, {7, 5, 30}, {130, 520, 300}}) {
      Matrix a = GuardedMatrix.normal(1, shape[1], shape[0]).matrix();
      Matrix b = GuardedMatrix.normal(2, shape[1], shape[2]).matrix();
      Matrix w = Matrix.padded(shape[0], shape[2]);
      java.util.Arrays.fill(w.data(), Float.NaN);
      w.fill(1);
      assertTrue(kernels().descend(a, b, 0.1f, Matrix.padded(shape[0], shape[2]), w));
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  default void productsWithATransposeAreSixteenChains(int m, int k, int n) {
    GuardedMatrix a = GuardedMatrix.normal(1, m, k);
    GuardedMatrix b = GuardedMatrix.normal(2, n, k);
    GuardedMatrix c = GuardedMatrix.normal(3, m, n);
    Matrix expected = Matrix.zeros(m, n);
    NaiveProducts.productTransposed(a.matrix(), b.matrix(), expected);

    kernels().productTransposed(a.matrix(), b.matrix(), c.matrix());
    assertArrayEquals(expected.toArray(), c.matrix().toArray());
    c.assertUnharmed();
  }

  @Test
  default void rowsDoNotDependOnHowTheyAreSplit() {
    Matrix a = GuardedMatrix.normal(1, 37, 100).matrix();
    Matrix b = GuardedMatrix.normal(2, 100, 300).matrix();
    Matrix bt = NaiveProducts.transposed(b);
    Matrix product = Matrix.zeros(37, 300);
    Matrix dots = Matrix.zeros(37, 300);
    kernels().product(a, b, product);
    kernels().productTransposed(a, bt, dots);
    int[] cuts = {0, 1, 3, 8, 24, 37};
    for (int i = 0; i + 1 < cuts.length; i++) {
      Matrix piece = a.rows(cuts[i], cuts[i + 1]);
      Matrix part = Matrix.zeros(piece.rows(), 300);
      kernels().product(piece, b, part);
      assertArrayEquals(product.rows(cuts[i], cuts[i + 1]).toArray(), part.toArray());
      kernels().productTransposed(piece, bt, part);
      assertArrayEquals(dots.rows(cuts[i], cuts[i + 1]).toArray(), part.toArray());
    }
  }

  @Test
  default void productsInBlocksOfKAreTheWholeProduct() {
    Matrix a = GuardedMatrix.normal(1, 7, 150).matrix();
    Matrix b = GuardedMatrix.normal(2, 150, 33).matrix();
    Matrix whole = Matrix.zeros(7, 33);
    Matrix blocks = Matrix.zeros(7, 33);
    kernels().product(a, b, whole);
    kernels().product(a.columns(0, 71), b.rows(0, 71), blocks);
    kernels().addProduct(a.columns(71, 150), b.rows(71, 150), blocks);
    assertArrayEquals(whole.toArray(), blocks.toArray());
  }

  @Test
  default void shapesThatDoNotFitAreRefused() {
    Matrix a = Matrix.zeros(2, 3);
    Matrix b = Matrix.zeros(4, 5);
    Matrix c = Matrix.zeros(2, 5);
    var thrown = assertThrows(IllegalArgumentException.class, () -> kernels().product(a, b, c));
    assertEquals(
        "C = A·B does not fit: A is a 2 × 3 matrix, B a 4 × 5 matrix, C a 2 × 5 matrix",
        thrown.getMessage());
    assertRefused(() -> kernels().addProduct(a, b, c));
    assertRefused(() -> kernels().transposedProduct(a, b, c));
    assertRefused(() -> kernels().productTransposed(a, b, c));
    assertRefused(() -> kernels().descend(a, b, 1, c, c));
    assertRefused(() -> kernels().descend(a, a, 1, b, Matrix.zeros(3, 3)));
    assertRefused(() -> kernels().transpose(a, b));
    assertRefused(() -> kernels().columnSums(a, c));
    assertRefused(() -> kernels().fillRows(a, a));
    assertRefused(() -> kernels().exp(a, b));
    assertRefused(() -> kernels().softmax(a, c));
    assertThrows(IndexOutOfBoundsException.class, () -> kernels().allFinite(new float[3], 1, 4));
  }

  private static void assertRefused(org.junit.jupiter.api.function.Executable operation) {
    assertThrows(IllegalArgumentException.class, operation);
  }
}

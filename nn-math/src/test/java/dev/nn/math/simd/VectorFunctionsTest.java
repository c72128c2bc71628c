package dev.nn.math.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that is no product, beside the scalar kernels. */
@NeedsVectorModule
class VectorFunctionsTest {
  private final Kernels vectors = new VectorKernels();
  private final Kernels scalars = Kernels.scalar();

  @FunctionalInterface
  private interface Function {
    void apply(Kernels kernels, Matrix x, Matrix y);
  }

  @FunctionalInterface
  private interface Gradient {
    void apply(Kernels kernels, Matrix v, Matrix da, Matrix dz);
  }

  private void assertSame(String name, Function function, int rows, int columns, int gap) {
    Plot x = Plot.normal(1, rows, columns, 3, gap).withSpecialValues();
    Plot expected = Plot.normal(2, rows, columns, 1, gap);
    Plot actual = Plot.normal(2, rows, columns, 1, gap);
    function.apply(scalars, x.matrix(), expected.matrix());
    function.apply(vectors, x.matrix(), actual.matrix());
    actual.assertSame(expected, () -> name + " of a " + x.matrix());
    function.apply(vectors, x.matrix(), x.matrix());
    x.assertSame(expected, () -> name + " of a " + x.matrix() + " in place");
    Plot padded = Plot.padded(1, rows, columns).withSpecialValues();
    function.apply(vectors, padded.matrix(), padded.matrix());
    padded.assertSame(expected, () -> name + " of a padded " + x.matrix() + " in place");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 10, 13, 17, 31, 33, 64, 100, 207, 513})
  void functionsHaveTheSameBits(int columns) {
    for (int rows : new int[] {0, 1, 3, 5}) {
      for (int gap : new int[] {0, 3}) {
        assertSame("exp", Kernels::exp, rows, columns, gap);
        assertSame("sigmoid", Kernels::sigmoid, rows, columns, gap);
        assertSame("relu", Kernels::relu, rows, columns, gap);
        assertSame("softmax", Kernels::softmax, rows, columns, gap);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 15})
  void narrowMatricesOfManyRowsHaveTheSameBits(int columns) {
    for (int gap : new int[] {0, 16 - columns, 20}) {
      assertSame("exp", Kernels::exp, 2500, columns, gap);
      assertSame("sigmoid", Kernels::sigmoid, 2500, columns, gap);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 10, 13, 17, 31, 33, 64, 100, 207, 513})
  void softmaxOfFiniteRowsHasTheSameBits(int columns) {
    Matrix z = Plot.normal(1, 9, columns, 3, 0).matrix();
    Plot expected = Plot.normal(2, 9, columns, 1, 0);
    Plot actual = Plot.normal(2, 9, columns, 1, 0);
    scalars.softmax(z, expected.matrix());
    vectors.softmax(z, actual.matrix());
    actual.assertSame(expected, () -> "softmax of " + columns);
  }

  private void assertSame(String name, Gradient gradient, int columns, int gap) {
    int rows = 5;
    Plot v = Plot.normal(1, rows, columns, 3, gap).withSpecialValues();
    Plot da = Plot.normal(2, rows, columns, 4, gap).withSpecialValues();
    Plot expected = Plot.normal(3, rows, columns, 1, gap);
    Plot actual = Plot.normal(3, rows, columns, 1, gap);
    gradient.apply(scalars, v.matrix(), da.matrix(), expected.matrix());
    gradient.apply(vectors, v.matrix(), da.matrix(), actual.matrix());
    actual.assertSame(expected, () -> name + " gradient of " + columns);
    gradient.apply(vectors, v.matrix(), da.matrix(), da.matrix());
    da.assertSame(expected, () -> name + " gradient of " + columns + " in place");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 10, 13, 17, 31, 33, 64, 100, 207, 513})
  void gradientsHaveTheSameBits(int columns) {
    for (int gap : new int[] {0, 3}) {
      assertSame("relu", Kernels::reluGradient, columns, gap);
      assertSame("sigmoid", Kernels::sigmoidGradient, columns, gap);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 10, 13, 17, 31, 33, 64, 100, 207, 513})
  void layoutAndReductionsHaveTheSameBits(int columns) {
    for (int rows : new int[] {0, 1, 2, 7, 33}) {
      Plot m = Plot.normal(1, rows, columns, 3, 2);
      Plot sums = Plot.normal(2, 1, columns, 1, 0);
      Plot expectedSums = Plot.normal(2, 1, columns, 1, 0);
      scalars.columnSums(m.matrix(), expectedSums.matrix());
      vectors.columnSums(m.matrix(), sums.matrix());
      sums.assertSame(expectedSums, () -> "column sums of a " + m.matrix());

      Plot transposed = Plot.normal(3, columns, rows, 1, 3);
      Plot expected = Plot.normal(3, columns, rows, 1, 3);
      scalars.transpose(m.matrix(), expected.matrix());
      vectors.transpose(m.matrix(), transposed.matrix());
      transposed.assertSame(expected, () -> "transpose of a " + m.matrix());

      Plot filled = Plot.normal(4, rows, columns, 1, 3);
      Plot expectedFilled = Plot.normal(4, rows, columns, 1, 3);
      scalars.fillRows(sums.matrix(), expectedFilled.matrix());
      vectors.fillRows(sums.matrix(), filled.matrix());
      filled.assertSame(expectedFilled, () -> "filled rows of a " + m.matrix());
    }
  }

  @Test
  void whatIsNotFiniteIsFoundWhereverItStandsAndNowhereElse() {
    float[] v = Plot.normal(1, 1, 130, 0, 0).matrix().data();
    for (int at = 0; at < 130; at++) {
      float before = v[at];
      v[at] = at % 2 == 0 ? Float.NEGATIVE_INFINITY : Float.intBitsToFloat(0xffc00001);
      for (int from = 0; from < 130; from += 3) {
        for (int to = from; to <= 130; to++) {
          assertEquals(at < from || at >= to, vectors.allFinite(v, from, to));
        }
      }
      v[at] = before;
    }
  }

  /** Every 4,099th float, of all signs and exponents, from a place that differs from run to run. */
  @Test
  void elementaryFunctionsAreThoseOfFloatMath() {
    long seed = System.nanoTime();
    int first = CounterRandom.of(seed).nextInt(4099);
    float[] x = new float[1 << 20];
    for (int i = 0; i < x.length; i++) {
      x[i] = Float.intBitsToFloat(first + i * 4099);
    }
    Matrix arguments = Matrix.rowOf(x);
    Function[] functions = {Kernels::exp, Kernels::sigmoid, Kernels::relu};
    for (int f = 0; f < functions.length; f++) {
      Matrix expected = Matrix.zeros(1, x.length);
      Matrix actual = Matrix.zeros(1, x.length);
      functions[f].apply(scalars, arguments, expected);
      functions[f].apply(vectors, arguments, actual);
      for (int i = 0; i < x.length; i++) {
        int at = i;
        int function = f;
        assertEquals(
            Float.floatToIntBits(expected.data()[i]),
            Float.floatToIntBits(actual.data()[i]),
            () -> "function " + function + " of " + x[at] + ", seed " + seed);
      }
    }
  }
}

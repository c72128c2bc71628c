package dev.nn.math.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link Kernels} has to do besides products, bit for bit. */
interface KernelsContract {
  Kernels kernels();

  @FunctionalInterface
  interface Operation {
    void apply(Matrix x, Matrix y);
  }

  @FunctionalInterface
  interface Elementwise {
    float apply(float x);
  }

  private static void assertElementwise(Operation operation, Elementwise expected, int columns) {
    GuardedMatrix x = GuardedMatrix.normal(1, 5, columns);
    if (columns >= 7) {
      x.matrix().set(0, 0, Float.NaN);
      x.matrix().set(1, 1, Float.POSITIVE_INFINITY);
      x.matrix().set(2, 2, Float.NEGATIVE_INFINITY);
      x.matrix().set(3, 3, -0f);
      x.matrix().set(4, 4, -100);
      x.matrix().set(4, 5, 100);
    }
    GuardedMatrix y = GuardedMatrix.normal(2, 5, columns);
    operation.apply(x.matrix(), y.matrix());
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < columns; j++) {
        assertEquals(expected.apply(x.matrix().get(i, j)), y.matrix().get(i, j));
      }
    }
    y.assertUnharmed();
    operation.apply(x.matrix(), x.matrix());
    assertArrayEquals(y.matrix().toArray(), x.matrix().toArray(), "in place");
    x.assertUnharmed();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 13, 17, 31, 33, 64, 100, 207})
  default void elementwiseFunctionsAreThoseOfFloatMath(int columns) {
    assertElementwise(kernels()::exp, FloatMath::exp, columns);
    assertElementwise(kernels()::sigmoid, FloatMath::sigmoid, columns);
    assertElementwise(kernels()::relu, x -> Math.max(x, 0), columns);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 13, 17, 31, 33, 64, 100, 207})
  default void softmaxDividesByTheSumOfSixteenChains(int columns) {
    GuardedMatrix z = GuardedMatrix.normal(1, 5, columns);
    GuardedMatrix a = GuardedMatrix.normal(2, 5, columns);
    kernels().softmax(z.matrix(), a.matrix());
    for (int i = 0; i < 5; i++) {
      float[] row = z.matrix().row(i);
      float max = Float.NEGATIVE_INFINITY;
      for (float element : row) {
        max = Math.max(max, element);
      }
      float[] ones = new float[columns];
      Arrays.fill(ones, 1);
      for (int j = 0; j < columns; j++) {
        row[j] = FloatMath.exp(row[j] - max);
      }
      float sum = NaiveProducts.sixteenChains(row, ones);
      for (int j = 0; j < columns; j++) {
        assertEquals(row[j] / sum, a.matrix().get(i, j));
      }
    }
    a.assertUnharmed();
    kernels().softmax(z.matrix(), z.matrix());
    assertArrayEquals(a.matrix().toArray(), z.matrix().toArray(), "in place");
    z.assertUnharmed();
  }

  @Test
  default void softmaxTakesLogitsOfAnySize() {
    Matrix z = Matrix.copyOf(new float[][] {{1e30f, 1e30f}, {-1e30f, 0}, {1000, 1001}});
    kernels().softmax(z, z);
    assertArrayEquals(new float[] {0.5f, 0.5f}, z.row(0));
    assertArrayEquals(new float[] {0, 1}, z.row(1));
    assertArrayEquals(new float[] {0.26894143f, 0.7310586f}, z.row(2), 1e-7f);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 13, 17, 31, 33, 64, 100, 207})
  default void layoutOperationsMoveAndAddByColumns(int columns) {
    int rows = 37;
    GuardedMatrix m = GuardedMatrix.normal(1, rows, columns);
    GuardedMatrix transposed = GuardedMatrix.normal(2, columns, rows);
    GuardedMatrix sums = GuardedMatrix.normal(3, 1, columns);
    GuardedMatrix filled = GuardedMatrix.normal(4, rows, columns);
    kernels().transpose(m.matrix(), transposed.matrix());
    kernels().columnSums(m.matrix(), sums.matrix());
    kernels().fillRows(sums.matrix(), filled.matrix());
    for (int j = 0; j < columns; j++) {
      float sum = 0;
      for (int i = 0; i < rows; i++) {
        sum += m.matrix().get(i, j);
        assertEquals(m.matrix().get(i, j), transposed.matrix().get(j, i));
      }
      assertEquals(sum, sums.matrix().get(0, j));
      for (int i = 0; i < rows; i++) {
        assertEquals(sum, filled.matrix().get(i, j));
      }
    }
    transposed.assertUnharmed();
    sums.assertUnharmed();
    filled.assertUnharmed();
  }

  @Test
  default void columnSumsOfNoRowsAreZero() {
    GuardedMatrix sums = GuardedMatrix.normal(3, 1, 9);
    kernels().columnSums(Matrix.zeros(0, 9), sums.matrix());
    assertArrayEquals(new float[9], sums.matrix().row(0));
  }

  @Test
  default void nothingButNanAndInfinityIsNotFinite() {
    float[] v = GuardedMatrix.normal(1, 1, 207).matrix().row(0);
    v[100] = -Float.MAX_VALUE;
    v[101] = -0f;
    v[102] = Float.MIN_VALUE;
    assertTrue(kernels().allFinite(v, 0, 207));
    assertTrue(kernels().allFinite(v, 5, 5));
    v[1] = Float.NEGATIVE_INFINITY;
    v[206] = Float.intBitsToFloat(0xffc00001);
    assertFalse(kernels().allFinite(v, 0, 206));
    assertFalse(kernels().allFinite(v, 1, 2));
    assertFalse(kernels().allFinite(v, 2, 207));
    assertTrue(kernels().allFinite(v, 2, 206));
  }
}

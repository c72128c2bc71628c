package dev.nn.math.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * A matrix in an array that holds a canary everywhere else; two of one geometry and seed are equal.
 *
 * @param padded whether the gap after each row belongs to the matrix
 */
record Plot(Matrix matrix, boolean padded) {
  private static final float CANARY = -12345.678f;
  private static final float[] SPECIAL = {
    0,
    -0f,
    1,
    -1,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    1e-40f,
    Float.MIN_NORMAL,
    Float.MAX_VALUE,
    Float.NEGATIVE_INFINITY,
    Float.POSITIVE_INFINITY,
    Float.NaN,
    88.7f,
    -103.9f,
    0.8f,
    1e-30f
  };

  /** Normal deviates from {@code offset} on, with {@code gap} floats after each row. */
  static Plot normal(long seed, int rows, int columns, int offset, int gap) {
    int stride = columns + gap;
    // No spare element after the last row: reading beyond it would throw.
    int end = rows == 0 ? 0 : (rows - 1) * stride + columns;
    float[] data = new float[offset + end];
    Arrays.fill(data, CANARY);
    return new Plot(Matrix.view(data, offset, rows, columns, stride), false).fill(seed);
  }

  /** Normal deviates in a padded matrix. */
  static Plot padded(long seed, int rows, int columns) {
    return new Plot(Matrix.padded(rows, columns), true).fill(seed);
  }

  private Plot fill(long seed) {
    CounterRandom.normal(CounterRandom.key(seed), matrix, 0);
    return this;
  }

  /** Puts infinities, denormals and the like at every seventh place. */
  Plot withSpecialValues() {
    int special = 0;
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = i % 7; j < matrix.columns(); j += 7) {
        matrix.set(i, j, SPECIAL[special++ % SPECIAL.length]);
      }
    }
    return this;
  }

  /**
   * Fails if the elements differ in a bit, NaNs aside, or if one outside this matrix has changed.
   */
  void assertSame(Plot expected, Supplier<String> what) {
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        int row = i;
        int column = j;
        assertEquals(
            Float.floatToIntBits(expected.matrix.get(i, j)),
            Float.floatToIntBits(matrix.get(i, j)),
            () -> what.get() + ": element " + row + ", " + column);
      }
    }
    if (!padded) {
      assertUnharmed(what);
    }
  }

  private void assertUnharmed(Supplier<String> what) {
    float[] copy = matrix.data().clone();
    Matrix.view(copy, matrix.offset(), matrix.rows(), matrix.columns(), matrix.stride())
        .fill(CANARY);
    for (float element : copy) {
      assertEquals(CANARY, element, () -> what.get() + ": wrote outside its matrix");
    }
  }
}

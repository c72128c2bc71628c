package dev.nn.math.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;

/** A matrix in the middle of an array whose other elements must not change. */
record GuardedMatrix(Matrix matrix) {
  private static final float CANARY = -12345.678f;

  /** Normal deviates at an odd offset, with a gap after each row. */
  static GuardedMatrix normal(long seed, int rows, int columns) {
    int offset = 5;
    int stride = columns + 3;
    float[] data = new float[offset + rows * stride + 7];
    java.util.Arrays.fill(data, CANARY);
    Matrix matrix = Matrix.view(data, offset, rows, columns, stride);
    CounterRandom.normal(CounterRandom.key(seed), matrix, 0);
    return new GuardedMatrix(matrix);
  }

  /** Fails if an element outside the matrix has changed. */
  void assertUnharmed() {
    Matrix outside =
        Matrix.view(matrix.data().clone(), 5, matrix.rows(), matrix.columns(), matrix.stride());
    outside.fill(CANARY);
    for (float element : outside.data()) {
      assertEquals(CANARY, element, "an element outside the " + matrix + " was written");
    }
  }
}

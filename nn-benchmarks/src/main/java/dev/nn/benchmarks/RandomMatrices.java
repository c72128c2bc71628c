package dev.nn.benchmarks;

import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;

/** Operands for benchmarks. */
final class RandomMatrices {
  private RandomMatrices() {}

  /** Uniform in −1 ≤ x &lt; 1, with padded rows as in the engine. */
  static Matrix uniform(int rows, int columns, long seed) {
    CounterRandom random = CounterRandom.of(seed);
    Matrix matrix = Matrix.padded(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        matrix.set(i, j, 2 * random.nextFloat() - 1);
      }
    }
    return matrix;
  }
}

package dev.nn.tests.conformance.document;

import dev.nn.math.Matrix;

/** Numbers of golden files as matrices. */
final class Rows {
  private Rows() {}

  static Matrix row(double[] numbers) {
    return matrix(numbers, numbers.length);
  }

  static Matrix matrix(double[] numbers, int columns) {
    Matrix matrix = Matrix.zeros(numbers.length / columns, columns);
    for (int i = 0; i < numbers.length; i++) {
      matrix.set(i / columns, i % columns, (float) numbers[i]);
    }
    return matrix;
  }
}

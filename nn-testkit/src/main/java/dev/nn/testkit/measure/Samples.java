package dev.nn.testkit.measure;

import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Makes reproducible inputs. */
public final class Samples {
  private Samples() {}

  /** Returns multiples of 2⁻¹⁰, so that small steps from them are exact. */
  public static Matrix uniform(long seed, int rows, int columns, double low, double high) {
    CounterRandom random = CounterRandom.of(seed);
    Matrix matrix = Matrix.zeros(rows, columns);
    float[] data = matrix.data();
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) Math.rint((low + (high - low) * random.nextDouble()) * 1024) / 1024;
    }
    return matrix;
  }

  /**
   * Returns one row that runs from low to high. All sweeps together come near every place in
   * between. The numbers are odd multiples of 2⁻¹¹, where kinks are not to be expected.
   */
  public static Matrix sweep(int sweep, int sweeps, int columns, double low, double high) {
    Matrix matrix = Matrix.zeros(1, columns);
    for (int j = 0; j < columns; j++) {
      double part = (j * sweeps + sweep + 0.5) / (sweeps * columns);
      double value = Math.floor((low + (high - low) * part) * 1024) / 1024;
      matrix.set(0, j, (float) (value + 0x1p-11));
    }
    return matrix;
  }

  public static Matrix copy(Matrix matrix) {
    Matrix copy = Matrix.zeros(matrix.rows(), matrix.columns());
    matrix.copyTo(copy);
    return copy;
  }

  /** Returns all rows of the one and then all of the other. */
  public static Matrix stacked(Matrix first, Matrix second) {
    Matrix both = Matrix.zeros(first.rows() + second.rows(), first.columns());
    first.copyTo(both.rows(0, first.rows()));
    second.copyTo(both.rows(first.rows(), both.rows()));
    return both;
  }

  /** Returns the elements of left ⊙ right, row by row. */
  public static double[] products(Matrix left, Matrix right) {
    double[] products = numbers(left);
    double[] factors = numbers(right);
    for (int k = 0; k < products.length; k++) {
      products[k] *= factors[k];
    }
    return products;
  }

  /** Returns the elements of all the matrices, row by row. */
  public static double[] numbers(Matrix... matrices) {
    return Arrays.stream(matrices)
        .flatMap(matrix -> Arrays.stream(matrix.toArray()))
        .flatMapToDouble(Samples::numbers)
        .toArray();
  }

  private static DoubleStream numbers(float[] row) {
    return IntStream.range(0, row.length).mapToDouble(j -> row[j]);
  }
}

package dev.nn.activations;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BulkLoopsTest {
  private static final long SEED = 7;
  private static final float CANARY = 12345.678f;
  private static final int[] ROWS = {0, 1, 2, 3};
  private static final int[] COLUMNS = {0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 67};
  private static final float[] SPECIAL = {
    0,
    -0f,
    1,
    -1,
    3,
    -3,
    0.5f,
    -0.5f,
    6,
    1.5f,
    4,
    1e9f,
    -1e9f,
    1e-40f,
    Float.MIN_VALUE,
    88.8f,
    -104,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY
  };

  static List<ElementwiseActivation> elementwise() {
    return Examples.elementwise();
  }

  static List<Activation> all() {
    return Examples.all();
  }

  @ParameterizedTest
  @MethodSource("elementwise")
  void bulkEqualsScalarBitForBit(ElementwiseActivation activation) {
    forEachShape(
        (rows, columns) -> {
          Matrix z = random(rows, columns, 1);
          Matrix da = random(rows, columns, 2);
          Matrix a = canaries(rows, columns, 3, 5);
          Matrix dz = canaries(rows, columns, 1, 2);
          activation.forward(z, a);
          activation.backward(z, a, da, dz);
          for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
              float x = z.get(i, j);
              float y = activation.value(x);
              String where = activation + " at z = " + x + ", da = " + da.get(i, j);
              assertSameBits(y, a.get(i, j), where);
              assertSameBits(da.get(i, j) * activation.derivative(x, y), dz.get(i, j), where);
            }
          }
        });
  }

  @ParameterizedTest
  @MethodSource("all")
  void onlyElementsOfTheResultAreWritten(Activation activation) {
    forEachShape(
        (rows, columns) -> {
          Matrix z = random(rows, columns, 1);
          Matrix da = random(rows, columns, 2);
          Matrix a = canaries(rows, columns, 3, 5);
          Matrix dz = canaries(rows, columns, 1, 2);
          float[] before = z.data().clone();
          float[] daBefore = da.data().clone();
          activation.forward(z, a);
          float[] aBefore = a.data().clone();
          activation.backward(z, a, da, dz);
          assertArrayEquals(before, z.data(), "z");
          assertArrayEquals(daBefore, da.data(), "da");
          assertArrayEquals(aBefore, a.data(), "a");
          assertCanaries(a);
          assertCanaries(dz);
        });
  }

  @ParameterizedTest
  @MethodSource("all")
  void resultsMayReplaceTheirInputs(Activation activation) {
    forEachShape(
        (rows, columns) -> {
          Matrix z = random(rows, columns, 1);
          Matrix da = random(rows, columns, 2);
          Matrix a = Matrix.zeros(rows, columns);
          Matrix dz = Matrix.zeros(rows, columns);
          activation.forward(z, a);
          activation.backward(z, a, da, dz);

          Matrix inPlace = copy(z);
          activation.forward(inPlace, inPlace);
          assertSameBits(a, inPlace, activation + ": a = z");
          Matrix gradient = copy(da);
          activation.backward(z, a, gradient, gradient);
          assertSameBits(dz, gradient, activation + ": dz = da");
        });
  }

  @ParameterizedTest
  @MethodSource("all")
  void aRowDoesNotDependOnItsNeighbours(Activation activation) {
    Matrix z = random(5, 13, 1);
    Matrix a = Matrix.zeros(5, 13);
    activation.forward(z, a);
    Matrix alone = Matrix.zeros(1, 13);
    activation.forward(z.rows(3, 4), alone);
    assertSameBits(a.rows(3, 4), alone, activation.toString());
  }

  private interface ShapeTest {
    void accept(int rows, int columns);
  }

  private static void forEachShape(ShapeTest test) {
    for (int rows : ROWS) {
      for (int columns : COLUMNS) {
        test.accept(rows, columns);
      }
    }
  }

  /** Random and special numbers, with gaps between the rows. */
  private static Matrix random(int rows, int columns, long stream) {
    CounterRandom random = CounterRandom.of(SEED, stream);
    Matrix matrix = canaries(rows, columns, (int) stream, 3);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        boolean special = random.nextInt(4) == 0;
        matrix.set(
            i,
            j,
            special
                ? SPECIAL[random.nextInt(SPECIAL.length)]
                : (float) (3 * random.nextGaussian()));
      }
    }
    return matrix;
  }

  private static Matrix canaries(int rows, int columns, int offset, int gap) {
    float[] data = new float[offset + rows * (columns + gap) + 1];
    Arrays.fill(data, CANARY);
    return Matrix.view(data, offset, rows, columns, columns + gap);
  }

  private static void assertCanaries(Matrix matrix) {
    boolean[] inside = new boolean[matrix.data().length];
    for (int i = 0; i < matrix.rows(); i++) {
      Arrays.fill(inside, matrix.rowStart(i), matrix.rowStart(i) + matrix.columns(), true);
    }
    IntStream.range(0, inside.length)
        .filter(i -> !inside[i])
        .forEach(i -> assertEquals(CANARY, matrix.data()[i], "outside, index " + i));
  }

  private static Matrix copy(Matrix matrix) {
    Matrix copy = Matrix.zeros(matrix.rows(), matrix.columns());
    matrix.copyTo(copy);
    return copy;
  }

  private static void assertSameBits(Matrix want, Matrix got, String where) {
    for (int i = 0; i < want.rows(); i++) {
      for (int j = 0; j < want.columns(); j++) {
        assertSameBits(want.get(i, j), got.get(i, j), where);
      }
    }
  }

  /** All NaNs count as one. */
  private static void assertSameBits(float want, float got, String where) {
    assertEquals(
        Float.floatToIntBits(want),
        Float.floatToIntBits(got),
        () -> where + ": want " + want + ", got " + got + " (seed " + SEED + ")");
  }
}

package dev.nn.init;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Initializer;
import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InitializersTest {
  private static final long SEED = 3;
  private static final float CANARY = 12345.678f;

  static List<Initializer> examples() {
    return Examples.all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theSameStreamGivesTheSameBits(Initializer initializer) {
    assertArrayEquals(fill(initializer, 9, 7, SEED).data(), fill(initializer, 9, 7, SEED).data());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anotherStreamGivesOtherNumbersWhereTheyAreRandom(Initializer initializer) {
    boolean random = !List.of("zeros", "ones", "constant", "eye").contains(initializer.name());
    boolean differ =
        !Arrays.equals(
            fill(initializer, 9, 7, SEED).data(), fill(initializer, 9, 7, SEED + 1).data());
    assertEquals(random, differ, initializer.toString());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyElementIsWrittenAndNoOther(Initializer initializer) {
    float[] data = new float[3 + 5 * 8 + 2];
    Arrays.fill(data, CANARY);
    Matrix view = Matrix.view(data, 3, 5, 6, 8);
    initializer.initialize(view, 5, 6, CounterRandom.of(SEED));
    Matrix dense = fill(initializer, 5, 6, SEED);
    for (int i = 0; i < data.length; i++) {
      int row = Math.floorDiv(i - 3, 8);
      int column = Math.floorMod(i - 3, 8);
      boolean inside = i >= 3 && row < 5 && column < 6;
      assertEquals(inside ? dense.get(row, column) : CANARY, data[i], "index " + i);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void biasesAndSingleElementsCanBeFilledToo(Initializer initializer) {
    for (int columns : new int[] {1, 2, 17}) {
      for (float w : fill(initializer, 1, columns, SEED).data()) {
        assertTrue(Float.isFinite(w));
      }
    }
    assertEquals(0, fill(initializer, 0, 3, SEED).size());
  }

  @Test
  void constantsAreConstant() {
    assertArrayEquals(new float[] {0, 0}, fill(new Zeros(), 1, 2, SEED).data());
    assertArrayEquals(new float[] {1, 1}, fill(new Ones(), 1, 2, SEED).data());
    assertArrayEquals(new float[] {-0.75f, -0.75f}, fill(new Constant(-0.75), 1, 2, 1).data());
  }

  @Test
  void distributionWithoutSpreadIsItsMean() {
    assertArrayEquals(new float[] {2, 2}, fill(new Normal(2, 0), 1, 2, SEED).data());
    assertArrayEquals(new float[] {2, 2}, fill(new TruncatedNormal(2, 0), 1, 2, SEED).data());
    assertArrayEquals(new float[] {2, 2}, fill(new Uniform(2, 2), 1, 2, SEED).data());
  }

  @Test
  void sparseOfDensityOneLeavesNoZero() {
    for (float w : fill(new Sparse(1, 0.5), 7, 9, SEED).data()) {
      assertNotEquals(0, w, "seed " + SEED);
    }
  }

  @Test
  void eyeHasItsDiagonalOnly() {
    assertArrayEquals(new float[] {-2, 0, 0, 0, -2, 0}, fill(new Eye(-2), 2, 3, SEED).data());
    assertArrayEquals(new float[] {1, 0, 0, 1, 0, 0}, fill(new Eye(), 3, 2, SEED).data());
  }

  @Test
  void fansAreWhatCountsNotTheShape() {
    Matrix weights = Matrix.zeros(50, 60);
    new HeUniform().initialize(weights, 6, 9999, CounterRandom.of(SEED));
    float largest = 0;
    for (float w : weights.data()) {
      largest = Math.max(largest, Math.abs(w));
    }
    assertEquals(1, largest, 0.01, "l = √(6/6), seed " + SEED);
  }

  @Test
  void sparseGivesEachColumnTheSameNumberOfConnections() {
    Matrix weights = fill(new Sparse(0.25, 0.5), 40, 30, SEED);
    int[] perRow = new int[40];
    double squares = 0;
    for (int j = 0; j < 30; j++) {
      int connections = 0;
      for (int i = 0; i < 40; i++) {
        connections += weights.get(i, j) != 0 ? 1 : 0;
        perRow[i] += weights.get(i, j) != 0 ? 1 : 0;
        squares += weights.get(i, j) * weights.get(i, j);
      }
      assertEquals(10, connections, "column " + j + ", seed " + SEED);
    }
    assertEquals(0.25, squares / 300, 5 * 0.25 * Math.sqrt(2 / 300.0), "variance, seed " + SEED);
    // Each row is chosen by 30 columns with probability ¼: 7.5 ± 2.4.
    assertTrue(Arrays.stream(perRow).allMatch(count -> count > 0 && count < 20), "seed " + SEED);
  }

  @Test
  void sparseNeverLeavesAColumnEmpty() {
    Matrix weights = fill(new Sparse(0.01, 1), 5, 8, SEED);
    for (int j = 0; j < 8; j++) {
      int column = j;
      assertFalse(IntStream.range(0, 5).allMatch(i -> weights.get(i, column) == 0));
    }
  }

  @Test
  void gainScalesAnOrthogonalMatrix() {
    Matrix one = fill(new Orthogonal(), 6, 4, SEED);
    Matrix more = fill(new Orthogonal(1.5), 6, 4, SEED);
    for (int i = 0; i < one.size(); i++) {
      assertEquals(1.5 * one.data()[i], more.data()[i], 1e-7);
    }
    assertNotEquals(0, one.get(0, 0));
  }

  private static Matrix fill(Initializer initializer, int rows, int columns, long seed) {
    Matrix weights = Matrix.zeros(rows, columns);
    initializer.initialize(weights, Math.max(1, rows), columns, CounterRandom.of(seed));
    return weights;
  }
}

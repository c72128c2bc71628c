package dev.nn.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Optimizer;
import dev.nn.math.CounterRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Optimizers that tell a kernel from a bias. */
class MatrixOptimizersTest {
  private static final Map<String, List<double[]>> GOLDEN =
      GoldenFile.read(OptimizerExamples.MATRICES);
  private static final int ROWS = 3;
  private static final int COLUMNS = 5;
  private static final int KERNEL = ROWS * COLUMNS;
  private static final double TOLERANCE = 1e-6;
  private static final long SEED = 12;

  static List<String> specs() {
    return GOLDEN.keySet().stream().filter(section -> section.contains("(")).toList();
  }

  @ParameterizedTest
  @MethodSource("specs")
  void twentyStepsOfKernelAndBiasAreThoseOfKeras(String spec) {
    Optimizer optimizer = Specs.optimizer(spec);
    double rate = OptimizerExamples.rate(optimizer);
    double[] first = GOLDEN.get("weights").get(0);
    Tile kernel = new Tile(optimizer, floats(first, 0, KERNEL), 0, KERNEL, COLUMNS);
    Tile bias = Tile.of(optimizer, floats(first, KERNEL, first.length));
    double[] largest = Arrays.stream(first).map(Math::abs).toArray();
    assertEquals(20, GOLDEN.get(spec).size());
    for (int step = 0; step < 20; step++) {
      double[] gradient = GOLDEN.get("gradients").get(step);
      kernel.step(rate, floats(gradient, 0, KERNEL));
      bias.step(rate, floats(gradient, KERNEL, gradient.length));
      for (int i = 0; i < first.length; i++) {
        double want = GOLDEN.get(spec).get(step)[i];
        float got = i < KERNEL ? kernel.weights()[i] : bias.weights()[i - KERNEL];
        largest[i] = Math.max(largest[i], Math.abs(want));
        String where = "step %s, weight %s: want %s, got %s".formatted(step, i, want, got);
        assertTrue(Math.abs(got - want) <= TOLERANCE * largest[i], where);
      }
    }
  }

  /** A kernel that is taller than wide goes another way through the code. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "muon(learning_rate=0.02)",
        "muon(adjust_lr=unscaled)",
        "muon(nesterov=false)",
        "adafactor(learning_rate=0.02)"
      })
  void theTransposedKernelTakesTransposedSteps(String spec) {
    float[] start = numbers(0);
    Tile wide = new Tile(Specs.optimizer(spec), start.clone(), 0, KERNEL, COLUMNS);
    Tile tall = new Tile(Specs.optimizer(spec), transposed(start), 0, KERNEL, ROWS);
    for (int step = 1; step < 6; step++) {
      wide.step(0.02, numbers(step));
      tall.step(0.02, transposed(numbers(step)));
    }
    assertArrayEquals(transposed(wide.weights()), tall.weights(), 2e-6f, "seed " + SEED);
  }

  /** All singular values come to lie around 1, however different they were. */
  @Test
  void theStepOfMuonIsNearlyOrthogonal() {
    Tile tile = new Tile(Specs.optimizer("muon(adjust_lr=unscaled)"), new float[4], 0, 4, 2);
    tile.step(1, 3, 0, 0, -0.01f);
    float[] w = tile.weights();
    assertTrue(w[0] < -0.6 && w[0] > -1.3, Arrays.toString(w));
    assertTrue(w[3] > 0.6 && w[3] < 1.3, Arrays.toString(w));
    assertEquals(0, w[1]);
    assertEquals(0, w[2]);
  }

  /** g²/rms² is 1 where all gradients are alike, so the step is rate · rms(w) · sign(g). */
  @Test
  void firstStepOfAdafactorIsTheRateTimesTheSizeOfTheWeights() {
    Tile tile = new Tile(new Adafactor(), new float[] {2, -2, 2, 2}, 0, 4, 2);
    tile.step(0.1, 7, 7, -7, 7);
    assertArrayEquals(new float[] {1.8f, -2.2f, 2.2f, 1.8f}, tile.weights(), 1e-6f);
  }

  /** Units that have died have rows or columns of zeros. */
  @ParameterizedTest
  @ValueSource(
      strings = {"adafactor(learning_rate=0.1)", "muon(learning_rate=0.1, weight_decay=0)"})
  void rowsAndColumnsOfZerosAmongLargeGradientsStayAsTheyAre(String spec) {
    Tile tile = new Tile(Specs.optimizer(spec), new float[] {1, 2, 3, 4}, 0, 4, 2);
    for (int step = 0; step < 5; step++) {
      tile.step(0.1, 0, 0, 0, 1e4f);
    }
    float[] w = tile.weights();
    assertArrayEquals(new float[] {1, 2, 3}, Arrays.copyOf(w, 3), Arrays.toString(w));
    assertTrue(w[3] < 4, Arrays.toString(w));
  }

  /** Rows + columns of the state of a matrix are used, and no more. */
  @Test
  void adafactorKeepsANumberForEachRowAndColumnOnly() {
    Tile tile = new Tile(new Adafactor(), numbers(0), 0, KERNEL, COLUMNS);
    tile.step(0.1, numbers(1));
    for (int i = 0; i < KERNEL; i++) {
      assertEquals(i < ROWS + COLUMNS, tile.slot(0)[i] != 0, "element " + i);
    }
  }

  private static float[] transposed(float[] matrix) {
    float[] transposed = new float[KERNEL];
    for (int i = 0; i < KERNEL; i++) {
      transposed[i % COLUMNS * ROWS + i / COLUMNS] = matrix[i];
    }
    return transposed;
  }

  private static float[] floats(double[] numbers, int from, int to) {
    float[] floats = new float[to - from];
    for (int i = from; i < to; i++) {
      floats[i - from] = (float) numbers[i];
    }
    return floats;
  }

  private static float[] numbers(int stream) {
    CounterRandom random = CounterRandom.of(SEED, stream);
    float[] numbers = new float[KERNEL];
    for (int i = 0; i < KERNEL; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}

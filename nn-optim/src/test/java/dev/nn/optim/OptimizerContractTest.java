package dev.nn.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Optimizer;
import dev.nn.api.Optimizer.Granularity;
import dev.nn.api.Schedule;
import dev.nn.math.CounterRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerContractTest {
  private static final long SEED = 5;
  private static final int LENGTH = 41;
  private static final int STEPS = 12;

  private static final Set<String> OF_TENSORS = Set.of("lamb", "adafactor", "muon");

  /** Those whose steps shrink by themselves, or start tiny, need larger rates. */
  private static final Map<String, Double> FIRST_RATES = Map.of("adagrad", 1.0, "adadelta", 20.0);

  static Stream<String> keys() {
    return OptimizerExamples.all().keySet().stream();
  }

  static Stream<String> elementwise() {
    return OptimizerExamples.all().entrySet().stream()
        .filter(entry -> entry.getValue().granularity() == Granularity.ELEMENT)
        .map(Map.Entry::getKey);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void onlyTheRangeOfTheTileIsWritten(String key) {
    Optimizer optimizer = OptimizerExamples.all().get(key);
    float[] weights = numbers(0);
    Tile tile = new Tile(optimizer, weights.clone(), 3, 30);
    tile.step(0.1, numbers(1));
    float[] gradients = numbers(1);
    for (int i = 0; i < LENGTH; i++) {
      boolean inside = i >= 3 && i < 30;
      assertEquals(inside, weights[i] != tile.weights()[i], "weight " + i);
      if (!inside) {
        assertEquals(gradients[i], tile.gradients()[i], "gradient " + i);
        for (int slot = 0; slot < optimizer.slots(); slot++) {
          assertEquals(optimizer.initialSlot(slot), tile.slot(slot)[i], "slot " + slot);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("elementwise")
  void cuttingIntoTilesDoesNotChangeABit(String key) {
    Optimizer optimizer = OptimizerExamples.all().get(key);
    Tile whole = Tile.of(optimizer, numbers(0));
    float[] pieces = new float[LENGTH];
    for (int from = 0; from < LENGTH; from += 7) {
      int to = Math.min(LENGTH, from + 7);
      Tile tile = new Tile(optimizer, numbers(0), from, to);
      for (int step = 0; step < STEPS; step++) {
        tile.step(0.1, numbers(step + 1));
      }
      System.arraycopy(tile.weights(), from, pieces, from, to - from);
    }
    for (int step = 0; step < STEPS; step++) {
      whole.step(0.1, numbers(step + 1));
    }
    assertArrayEquals(pieces, whole.weights(), key + " (seed " + SEED + ")");
  }

  @ParameterizedTest
  @MethodSource("keys")
  void zeroGradientsAndZeroRateKeepWeightsFinite(String key) {
    Tile tile = Tile.of(OptimizerExamples.all().get(key), numbers(0));
    for (int step = 0; step < 3; step++) {
      tile.step(0.1, new float[LENGTH]);
      tile.step(0, numbers(step));
    }
    for (float w : tile.weights()) {
      assertTrue(Float.isFinite(w), key);
    }
  }

  @ParameterizedTest
  @MethodSource("keys")
  void theParabolaIsDescended(String key) {
    Optimizer optimizer = OptimizerExamples.all().get(key);
    Tile tile = Tile.of(optimizer, 0.5f, -1.5f);
    double first = FIRST_RATES.getOrDefault(optimizer.name(), 0.05);
    for (int step = 0; step < 2000; step++) {
      float[] w = tile.weights();
      tile.step(first * 100 / (100 + step), w[0], 3 * w[1]);
    }
    double distance = Math.hypot(tile.weights()[0], tile.weights()[1]);
    assertTrue(distance < 0.1, key + " ends at " + Arrays.toString(tile.weights()));
  }

  @Test
  void onlyThoseThatLookAtMatricesOrNormsNeedWholeTensors() {
    for (Optimizer optimizer : OptimizerExamples.all().values()) {
      boolean whole = optimizer.granularity() == Granularity.TENSOR;
      assertEquals(OF_TENSORS.contains(optimizer.name()), whole, optimizer.name());
    }
  }

  @Test
  void momentumIsPaidForOnlyWhereItIsUsed() {
    assertEquals(0, new Sgd().slots());
    assertEquals(1, OptimizerExamples.all().get("sgd(learning_rate=0.03, momentum=0.9)").slots());
    assertEquals(1, new RmsProp().slots());
    assertEquals(
        3,
        OptimizerExamples.all()
            .get("rmsprop(centered=true, learning_rate=0.01, momentum=0.7)")
            .slots());
    assertEquals(2, new Adam().slots());
    assertEquals(
        3,
        OptimizerExamples.all().get("adam(amsgrad=true, beta_2=0.9, learning_rate=0.02)").slots());
  }

  /** v − a² is 0 but for rounding, which is larger than epsilon here. */
  @Test
  void centeredRmspropStaysFiniteWhereTheGradientIsConstant() {
    Tile tile =
        Tile.of(OptimizerExamples.all().get("rmsprop(centered=true, learning_rate=0.01)"), 1);
    for (int step = 0; step < 1000; step++) {
      tile.step(1e-6, 1000.1f);
      assertTrue(Float.isFinite(tile.weights()[0]), "step " + step);
    }
  }

  @Test
  void firstStepOfAdamIsTheLearningRateWhateverTheGradient() {
    Tile tile = Tile.of(new Adam(), 1, 1, 1).step(0.5, 100, 1, -3);
    assertArrayEquals(new float[] {0.5f, 0.5f, 1.5f}, tile.weights(), 2e-6f);
  }

  /** The norm of the weights is 0, so nothing scales the step: it is that of Adam. */
  @Test
  void firstStepOfLambFromZeroWeightsIsTheLearningRate() {
    Tile tile = Tile.of(new Lamb(), 0, 0).step(0.5, 3, -2);
    assertArrayEquals(new float[] {-0.5f, 0.5f}, tile.weights(), 1e-6f);
  }

  @Test
  void adamwWithAmsgradIsAdamWithBoth() {
    Schedule rate = Schedule.constant(0.1);
    Optimizer adamw = new AdamW(rate, 0.8, 0.9, 1e-6, true, 0.1);
    Tile got = Tile.of(adamw, numbers(0));
    Tile want = Tile.of(new Adam(rate, 0.8, 0.9, 1e-6, true, 0.1), numbers(0));
    Tile without = Tile.of(new AdamW(rate, 0.8, 0.9, 1e-6, false, 0.1), numbers(0));
    for (int step = 0; step < STEPS; step++) {
      got.step(0.1, numbers(step + 1));
      want.step(0.1, numbers(step + 1));
      without.step(0.1, numbers(step + 1));
    }
    assertEquals(3, adamw.slots());
    assertArrayEquals(want.weights(), got.weights(), "seed " + SEED);
    assertFalse(Arrays.equals(without.weights(), got.weights()), "seed " + SEED);
  }

  @Test
  void decoupledDecayOfOneStepIsRateTimesDecayTimesWeight() {
    Tile tile = Tile.of(new AdamW(), 2, -4).step(0.5, 0, 0);
    assertArrayEquals(new float[] {2 * 0.998f, -4 * 0.998f}, tile.weights(), 1e-6f);
  }

  private static float[] numbers(int stream) {
    CounterRandom random = CounterRandom.of(SEED, stream);
    float[] numbers = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}

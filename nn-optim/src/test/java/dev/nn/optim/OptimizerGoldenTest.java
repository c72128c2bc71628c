package dev.nn.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Optimizer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerGoldenTest {
  private static final Map<String, List<double[]>> KERAS = GoldenFile.read("keras_optimizers.txt");
  private static final Map<String, List<double[]>> TORCH = GoldenFile.read("torch_optimizers.txt");
  private static final float[] WEIGHTS = floats(KERAS.get("weights").get(0));

  /** In units of the larger of |w| and 1: twenty steps in float against float64. */
  private static final double TOLERANCE = 1e-6;

  @Test
  void everyExampleHasGoldenValuesAndNoneIsLeftOver() {
    Set<String> keras = new HashSet<>(KERAS.keySet());
    keras.removeAll(Set.of("weights", "gradients"));
    assertEquals(keras, OptimizerExamples.keras().keySet());
    assertEquals(TORCH.keySet(), OptimizerExamples.torch().keySet());
  }

  static Stream<String> kerasKeys() {
    return OptimizerExamples.keras().keySet().stream();
  }

  static Stream<String> torchKeys() {
    return OptimizerExamples.torch().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("kerasKeys")
  void twentyStepsAreThoseOfKeras(String key) {
    assertSteps(key, OptimizerExamples.keras().get(key), KERAS.get(key));
  }

  @ParameterizedTest
  @MethodSource("torchKeys")
  void twentyStepsAreThoseOfPyTorch(String key) {
    assertSteps(key, OptimizerExamples.torch().get(key), TORCH.get(key));
  }

  private static void assertSteps(String key, Optimizer optimizer, List<double[]> want) {
    Tile tile = Tile.of(optimizer, WEIGHTS.clone());
    double rate = OptimizerExamples.rate(optimizer);
    List<double[]> gradients = KERAS.get("gradients");
    for (int step = 0; step < want.size(); step++) {
      tile.step(rate, floats(gradients.get(step)));
      for (int i = 0; i < WEIGHTS.length; i++) {
        double wanted = want.get(step)[i];
        float got = tile.weights()[i];
        String where = key + ", step " + step + ", weight " + i + ": want " + wanted + ", got ";
        assertTrue(
            Math.abs(got - wanted) <= TOLERANCE * Math.max(1, Math.abs(wanted)), () -> where + got);
      }
    }
  }

  private static float[] floats(double[] numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }
}

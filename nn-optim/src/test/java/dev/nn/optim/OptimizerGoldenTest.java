package dev.nn.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerGoldenTest {
  private static final Map<String, List<double[]>> INPUTS =
      GoldenFile.read(OptimizerExamples.FILES.get(0));
  private static final float[] WEIGHTS = floats(INPUTS.get("weights").get(0));
  private static final List<double[]> GRADIENTS = INPUTS.get("gradients");

  /** In units of the largest number that the weight has been: twenty steps in float. */
  private static final double TOLERANCE = 1e-6;

  static List<Arguments> sections() {
    List<Arguments> all = new ArrayList<>();
    for (String file : OptimizerExamples.FILES) {
      GoldenFile.read(file)
          .forEach(
              (title, lines) -> {
                if (title.contains("(")) {
                  all.add(Arguments.of(file, title, lines));
                }
              });
    }
    return all;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("sections")
  void twentyStepsAreThoseOfTheLibrary(String file, String key, List<double[]> want) {
    assertEquals(20, want.size());
    Optimizer optimizer = Specs.optimizer(key);
    Tile tile = Tile.of(optimizer, WEIGHTS.clone());
    double rate = OptimizerExamples.rate(optimizer);
    double[] largest = new double[WEIGHTS.length];
    for (int i = 0; i < WEIGHTS.length; i++) {
      largest[i] = Math.abs(WEIGHTS[i]);
    }
    for (int step = 0; step < want.size(); step++) {
      tile.step(rate, floats(GRADIENTS.get(step)));
      for (int i = 0; i < WEIGHTS.length; i++) {
        double wanted = want.get(step)[i];
        float got = tile.weights()[i];
        largest[i] = Math.max(largest[i], Math.abs(wanted));
        String where = key + ", step " + step + ", weight " + i + ": want " + wanted + ", got ";
        assertTrue(Math.abs(got - wanted) <= TOLERANCE * largest[i], () -> where + got);
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

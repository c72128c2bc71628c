package dev.nn.core.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.api.FusedLoss;
import dev.nn.api.Kind;
import dev.nn.api.Loss;
import dev.nn.core.GoldenFile;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LossGoldenTest {
  private static final Map<String, List<double[]>> GOLDEN =
      GoldenFile.read("losses.txt", "keras_losses.txt", "keras_overlap.txt");
  private static final PluginRegistry REGISTRY = PluginRegistry.load();

  /** In units of the larger of the wanted number and 1. */
  private static final double TOLERANCE = 2e-7;

  /** In units of the wanted number, where it is no difference of larger ones. */
  private static final double RELATIVE_TOLERANCE = 6e-7;

  /** Below this the libraries' own rounding shows. */
  private static final double SMALLEST_UNIT = 1e-9;

  static Set<String> sections() {
    return GOLDEN.keySet();
  }

  @Test
  void everyLossHasGoldenValues() {
    Set<String> golden = new TreeSet<>();
    GOLDEN.keySet().forEach(section -> golden.add(section.split("[ (]")[0]));
    assertEquals(REGISTRY.names(Kind.LOSS), golden);
    assertEquals(20, golden.size());
  }

  @Test
  void everyFusionHasGoldenValues() {
    Set<String> fusions = new TreeSet<>();
    for (String loss : REGISTRY.names(Kind.LOSS)) {
      for (String activation : List.of("identity", "sigmoid", "softmax", "log_softmax")) {
        if (REGISTRY.loss(loss).fuse(Activation.named(activation)).isPresent()) {
          fusions.add(loss + " after " + activation);
        }
      }
    }
    assertEquals(8, fusions.size(), fusions.toString());
    assertTrue(GOLDEN.keySet().containsAll(fusions), fusions.toString());
  }

  @ParameterizedTest
  @MethodSource("sections")
  void valuesAndGradientsAreTheirs(String section) {
    String[] lossAndActivation = section.split(" after ");
    Loss loss = REGISTRY.loss(lossAndActivation[0]);
    List<double[]> lines = GOLDEN.get(section);
    for (int i = 0; i < lines.size(); i += 3) {
      Matrix input = row(lines.get(i));
      Matrix target = row(lines.get(i + 1));
      double[] value = new double[1];
      Matrix gradient = Matrix.zeros(1, input.columns());
      loss.checkTarget(target.row(0));
      assertEquals(target.columns(), loss.targetColumns(input.columns()));
      if (lossAndActivation.length == 1) {
        loss.value(input, target, value);
        loss.gradient(input, target, gradient);
      } else {
        FusedLoss fused = loss.fuse(Activation.named(lossAndActivation[1])).orElseThrow();
        fused.value(input, target, value);
        fused.gradient(input, output(lossAndActivation[1], input), target, gradient);
      }
      double[] want = lines.get(i + 2);
      // The divergence is a difference of entropies, and a fused gradient of ŷ and y.
      double unit = loss instanceof KlDivergence ? 1 : SMALLEST_UNIT;
      double gradientUnit = lossAndActivation.length > 1 ? 1 : SMALLEST_UNIT;
      assertClose(section, "row " + i / 3, want[0], value[0], unit);
      for (int j = 1; j < want.length; j++) {
        String where = "row " + i / 3 + ", ∂/∂ column " + (j - 1);
        assertClose(section, where, want[j], gradient.get(0, j - 1), gradientUnit);
      }
    }
  }

  private static void assertClose(
      String section, String where, double want, double got, double unit) {
    double allowed =
        Math.min(
            TOLERANCE * Math.max(1, Math.abs(want)),
            RELATIVE_TOLERANCE * Math.max(unit, Math.abs(want)));
    assertTrue(
        Math.abs(got - want) <= allowed,
        () -> section + ", " + where + ": want " + want + ", got " + got);
  }

  private static Matrix row(double[] numbers) {
    Matrix row = Matrix.zeros(1, numbers.length);
    for (int j = 0; j < numbers.length; j++) {
      row.set(0, j, (float) numbers[j]);
    }
    return row;
  }

  /** What the engine gives a fused loss along with z, rounded once. */
  private static Matrix output(String activation, Matrix z) {
    double[] x = new double[z.columns()];
    Arrays.setAll(x, j -> z.get(0, j));
    double sum = Arrays.stream(x).map(StrictMath::exp).sum();
    return row(
        Arrays.stream(x)
            .map(
                v ->
                    switch (activation) {
                      case "sigmoid" -> 1 / (1 + StrictMath.exp(-v));
                      case "softmax" -> StrictMath.exp(v) / sum;
                      default -> v - StrictMath.log(sum);
                    })
            .toArray());
  }
}

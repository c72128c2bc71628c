package dev.nn.activations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.math.Matrix;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowwiseGoldenTest {
  private static final Map<String, List<double[]>> GOLDEN =
      GoldenFile.read("rowwise.txt", "optax_rowwise.txt");

  /** In units of the larger of the wanted number and 1. */
  private static final double TOLERANCE = 5e-7;

  static List<Activation> examples() {
    return Examples.rowwise();
  }

  @Test
  void everyExampleHasGoldenValuesAndNoneIsLeftOver() {
    assertEquals(
        GOLDEN.keySet(), examples().stream().map(Examples::key).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void valuesAndGradientsAreThoseOfPyTorchOrOptax(Activation activation) {
    List<double[]> lines = GOLDEN.get(Examples.key(activation));
    for (int i = 0; i < lines.size(); i += 4) {
      Matrix z = row(lines.get(i));
      Matrix da = row(lines.get(i + 2));
      Matrix a = Matrix.zeros(1, z.columns());
      Matrix dz = Matrix.zeros(1, z.columns());
      activation.forward(z, a);
      activation.backward(z, a, da, dz);
      assertClose(activation, i, "a", lines.get(i + 1), a);
      assertClose(activation, i, "dz", lines.get(i + 3), dz);
    }
  }

  private static void assertClose(
      Activation activation, int line, String what, double[] want, Matrix got) {
    for (int j = 0; j < want.length; j++) {
      double wanted = want[j];
      float value = got.get(0, j);
      String where = activation.name() + ", case at line " + line + ", " + what + "[" + j + "]";
      assertTrue(
          Math.abs(value - wanted) <= TOLERANCE * Math.max(1, Math.abs(wanted)),
          () -> where + ": want " + wanted + ", got " + value);
    }
  }

  private static Matrix row(double[] numbers) {
    Matrix row = Matrix.zeros(1, numbers.length);
    for (int j = 0; j < numbers.length; j++) {
      row.set(0, j, (float) numbers[j]);
    }
    return row;
  }
}

package dev.nn.activations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowwiseGoldenTest {
  private static final Map<String, List<double[]>> GOLDEN =
      GoldenFile.read("rowwise.txt", "optax_rowwise.txt");

  /** In units of the wanted number, or of what it is a difference of. */
  private static final double TOLERANCE = 1e-6;

  /** Below this PyTorch's own rounding shows. */
  private static final double SMALLEST_UNIT = 1e-9;

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
      float max = (float) Arrays.stream(lines.get(i)).max().orElseThrow();
      for (int j = 0; j < z.columns(); j++) {
        String where = activation.name() + ", case at line " + i + ", column " + j;
        double ofValue = unitOfValue(activation, z.get(0, j) - max);
        double ofGradient = unitOfGradient(activation, a.get(0, j), da.get(0, j));
        assertClose(where + ", a", lines.get(i + 1)[j], a.get(0, j), ofValue);
        assertClose(where + ", dz", lines.get(i + 3)[j], dz.get(0, j), ofGradient);
      }
    }
  }

  private static double unitOfValue(Activation activation, float belowMax) {
    if (activation instanceof LogSoftmax) {
      // The logarithm takes a sum of exponentials, at least 1, that was rounded to a float.
      return 1;
    }
    // The values of sparsemax are differences of the threshold and this.
    return activation instanceof Sparsemax ? Math.abs(belowMax) : 0;
  }

  private static double unitOfGradient(Activation activation, float a, float da) {
    // A share of the sum of all da, or their mean, is taken away from da.
    boolean isDifference = activation instanceof LogSoftmax || activation instanceof Sparsemax;
    return Math.abs(isDifference ? da : a);
  }

  private static void assertClose(String where, double want, float got, double unit) {
    double allowed = TOLERANCE * Math.max(Math.max(unit, SMALLEST_UNIT), Math.abs(want));
    assertTrue(Math.abs(got - want) <= allowed, () -> where + ": want " + want + ", got " + got);
  }

  private static Matrix row(double[] numbers) {
    Matrix row = Matrix.zeros(1, numbers.length);
    for (int j = 0; j < numbers.length; j++) {
      row.set(0, j, (float) numbers[j]);
    }
    return row;
  }
}

package dev.nn.activations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.ElementwiseActivation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ElementwiseGoldenTest {
  private static final Map<String, List<double[]>> GOLDEN =
      GoldenFile.read("elementwise.txt", "keras_elementwise.txt");

  /** Of numbers up to 1, a few roundings. */
  private static final double VALUE_TOLERANCE = 2.5e-7;

  private static final double DERIVATIVE_TOLERANCE = 5e-7;

  /** Of small ones, in units of themselves: an exponential multiplies the rounding of its input. */
  private static final double RELATIVE_TOLERANCE = 5e-6;

  /** Below this PyTorch's own rounding shows. */
  private static final double SMALLEST_UNIT = 1e-9;

  static List<ElementwiseActivation> examples() {
    return Examples.elementwise();
  }

  @Test
  void everyExampleHasGoldenValuesAndNoneIsLeftOver() {
    assertEquals(
        GOLDEN.keySet(), examples().stream().map(Examples::key).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void valuesAreThoseOfPyTorchOrKeras(ElementwiseActivation activation) {
    for (double[] line : GOLDEN.get(Examples.key(activation))) {
      float got = activation.value((float) line[0]);
      assertClose(activation, line[0], line[1], got, VALUE_TOLERANCE, 0);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void derivativesAreThoseOfPyTorchOrKeras(ElementwiseActivation activation) {
    for (double[] line : GOLDEN.get(Examples.key(activation))) {
      float z = (float) line[0];
      float a = activation.value(z);
      float got = activation.derivative(z, a);
      // What is computed from a, as 1 − a² is, is a difference of it and 1.
      double unit = Math.min(1, Math.abs(a));
      assertClose(activation, line[0], line[2], got, DERIVATIVE_TOLERANCE, unit);
    }
  }

  private static void assertClose(
      ElementwiseActivation activation,
      double z,
      double want,
      float got,
      double tolerance,
      double unit) {
    double small = Math.max(Math.max(unit, SMALLEST_UNIT), Math.abs(want));
    double allowed = Math.min(tolerance * Math.max(1, Math.abs(want)), RELATIVE_TOLERANCE * small);
    assertTrue(
        Math.abs(got - want) <= allowed,
        () -> Examples.key(activation) + " at " + z + ": want " + want + ", got " + got);
  }
}

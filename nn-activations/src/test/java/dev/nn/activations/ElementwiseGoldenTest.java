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
  private static final Map<String, List<double[]>> GOLDEN = GoldenFile.read("elementwise.txt");

  /** In units of the larger of |z|, |g| and 1: a few roundings of the largest number involved. */
  private static final double VALUE_TOLERANCE = 2.5e-7;

  private static final double DERIVATIVE_TOLERANCE = 5e-7;

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
  void valuesAreThoseOfPyTorch(ElementwiseActivation activation) {
    for (double[] line : GOLDEN.get(Examples.key(activation))) {
      float got = activation.value((float) line[0]);
      assertClose(activation, line[0], line[1], got, VALUE_TOLERANCE);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void derivativesAreThoseOfPyTorch(ElementwiseActivation activation) {
    for (double[] line : GOLDEN.get(Examples.key(activation))) {
      float z = (float) line[0];
      float got = activation.derivative(z, activation.value(z));
      assertClose(activation, line[0], line[2], got, DERIVATIVE_TOLERANCE);
    }
  }

  private static void assertClose(
      ElementwiseActivation activation, double z, double want, float got, double tolerance) {
    double scale = Math.max(1, Math.abs(want));
    assertTrue(
        Math.abs(got - want) <= tolerance * scale,
        () -> Examples.key(activation) + " at " + z + ": want " + want + ", got " + got);
  }
}

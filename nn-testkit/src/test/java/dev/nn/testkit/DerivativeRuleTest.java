package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.ElementwiseActivation;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule A7 finds a derivative that is wrong in some places only, and kinks do not hide it. */
class DerivativeRuleTest {

  /**
   * A sawtooth with a kink at every eighth; its slope is taken as 0 where {@code wrong} says so.
   */
  private record Sawtooth(DoublePredicate wrong) implements ElementwiseActivation {
    private static final double TOOTH = 0.125;

    @Override
    public String name() {
      return "test.sawtooth";
    }

    @Override
    public float value(float z) {
      double place = z / TOOTH - Math.floor(z / TOOTH);
      return (float)
          (TOOTH * (Math.floorMod((long) Math.floor(z / TOOTH), 2) == 0 ? place : 1 - place));
    }

    @Override
    public float derivative(float z, float a) {
      if (wrong.test(z)) {
        return 0;
      }
      return Math.floorMod((long) Math.floor(z / TOOTH), 2) == 0 ? 1 : -1;
    }
  }

  @Test
  void aRightDerivativePassesWhateverTheKinks() {
    ActivationChecks.derivative(new Sawtooth(z -> false));
  }

  static Stream<Arguments> wrongPlaces() {
    return Stream.of(
        place("one side", z -> z < 0),
        place("far out", z -> z > 7.5),
        place("a narrow region", z -> z > 2.01 && z < 2.07),
        place("before kinks", z -> 1 - fraction(z / 0.125) < 0.0625),
        place("after kinks", z -> fraction(z / 0.125) < 0.0625));
  }

  private static Arguments place(String name, DoublePredicate wrong) {
    return Arguments.of(name, new Sawtooth(wrong));
  }

  private static double fraction(double value) {
    return value - Math.floor(value);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongPlaces")
  void aDerivativeThatIsWrongInPlacesIsFound(String place, ElementwiseActivation activation) {
    AssertionError failure =
        assertThrows(AssertionError.class, () -> ActivationChecks.derivative(activation));
    assertTrue(failure.getMessage().startsWith("A7: "), failure.getMessage());
  }
}

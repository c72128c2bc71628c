package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Shape;
import dev.nn.math.Matrix;
import dev.nn.testkit.check.LayerGradientChecks;
import dev.nn.testkit.measure.Kink;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** At a kink, a gradient is one of the one-sided slopes, between, or 0, and nothing else. */
class KinkTest {

  private static void check(DoubleUnaryOperator function, float place, double claimed) {
    Matrix at = Matrix.rowOf(place);
    Kink.check(
        Matrix.rowOf((float) claimed),
        at,
        () -> new double[] {(float) function.applyAsDouble(at.get(0, 0))},
        "f");
  }

  @ParameterizedTest
  @MethodSource("right")
  void whatIsOnOrBetweenTheSlopesPasses(DoubleUnaryOperator function, float at, double slope) {
    assertDoesNotThrow(() -> check(function, at, slope));
  }

  static Stream<Arguments> right() {
    return Stream.of(
        place(z -> Math.max(z, 0), 0, 0),
        place(z -> Math.max(z, 0), 0, 0.5),
        place(z -> Math.max(z, 0), 0, 1),
        place(Math::abs, 0, -1),
        place(z -> Math.min(z, 6), 6, 1),
        place(z -> z * z * z, 2, 12),
        place(z -> z, 0, 0),
        place(z -> 1 / (1 + StrictMath.exp(-z)), 0, 0.25),
        place(z -> StrictMath.tanh(1e5 * z), 0, 1e5),
        place(z -> 1e6 * z, 0.25f, 1e6),
        place(z -> z > 0 ? 1 : 0, 0, 0),
        place(z -> z == 0 ? 0 : z * StrictMath.log(Math.abs(z)), 0, 0),
        place(z -> Math.sqrt(z), 0, 0));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatIsBesideTheSlopesFails(DoubleUnaryOperator function, float at, double slope) {
    assertThrows(AssertionError.class, () -> check(function, at, slope));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        place(z -> Math.max(z, 0), 0, 42),
        place(z -> Math.max(z, 0), 0, 1.05),
        place(z -> Math.max(z, 0), 0, -0.05),
        place(Math::abs, 0, 2),
        place(z -> Math.min(z, 6), 6, -1),
        place(z -> z * z * z, 2, 11),
        place(z -> 1 / (1 + StrictMath.exp(-z)), 0, 0.3));
  }

  private static Arguments place(DoubleUnaryOperator function, float at, double slope) {
    return Arguments.of(function, at, slope);
  }

  @Test
  void theMessageSaysWhatWasExpected() {
    AssertionError failure =
        assertThrows(AssertionError.class, () -> check(z -> Math.max(z, 0), 0, 42));
    assertEquals(
        "f, row 0, column 0, at 0.0: the gradient is 42.0, the slopes on both sides are 0.0 and 1.0",
        failure.getMessage());
  }

  private static Pointwise ramp(double slopeAtZero) {
    return new Pointwise() {
      @Override
      double value(double x) {
        return Math.max(x, 0);
      }

      @Override
      double slope(double x) {
        return x == 0 ? slopeAtZero : x > 0 ? 1 : 0;
      }
    };
  }

  @Test
  void layersAreJudgedWhereInputsAreZero() {
    assertDoesNotThrow(() -> LayerGradientChecks.inputGradient(ramp(0.5), Shape.of(6)));
    String message =
        assertThrows(
                AssertionError.class, () -> LayerGradientChecks.inputGradient(ramp(9), Shape.of(6)))
            .getMessage();
    assertTrue(
        message.startsWith("N5: the gradient of the input, row 0, column 0, at 0.0"), message);
  }
}

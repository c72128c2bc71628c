package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.ElementwiseActivation;
import dev.nn.testkit.BrokenActivations.Unwell;
import dev.nn.testkit.check.ActivationChecks;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** Rules A7, A9 and A11 find values and derivatives that are not finite in some places only. */
class FiniteRuleTest {

  private record Curve(DoubleUnaryOperator function, DoubleUnaryOperator slope)
      implements ElementwiseActivation {
    @Override
    public String name() {
      return "test.curve";
    }

    @Override
    public float value(float z) {
      return (float) function.applyAsDouble(z);
    }

    @Override
    public float derivative(float z, float a) {
      return (float) slope.applyAsDouble(z);
    }
  }

  private static String failure(Runnable check) {
    return assertThrows(AssertionError.class, check::run).getMessage();
  }

  private static String skipReason(Runnable check) {
    return assertThrows(TestAbortedException.class, check::run).getMessage();
  }

  @Test
  void anExponentialIsSkippedOnTheSideThatOverflowsOnly() {
    Curve exponential = new Curve(StrictMath::exp, StrictMath::exp);
    String reason = skipReason(() -> ActivationChecks.finiteFarOut(exponential));
    assertTrue(reason.startsWith("A9: overflows by its nature at 88.72"), reason);
    assertEquals(2, reason.split("overflows", -1).length, reason);
  }

  @Test
  void theOtherSideOfAnExponentialIsLookedAt() {
    Curve curve =
        new Curve(z -> z < -5000 ? Double.NaN : StrictMath.exp(z), z -> StrictMath.exp(z));
    assertEquals(
        "A9: not finite at -5000",
        failure(() -> ActivationChecks.finiteFarOut(curve)).substring(0, 23));
  }

  @Test
  void theOtherSideOfAMirroredExponentialIsLookedAt() {
    Curve curve =
        new Curve(z -> z > 5000 ? Double.NaN : StrictMath.exp(-z), z -> -StrictMath.exp(-z));
    assertEquals(
        "A9: not finite at 5000",
        failure(() -> ActivationChecks.finiteFarOut(curve)).substring(0, 22));
  }

  @Test
  void aDerivativeThatIsNotFiniteFarOutIsFound() {
    Curve logistic =
        new Curve(
            z -> 1 / (1 + StrictMath.exp(-z)),
            z -> {
              float e = (float) StrictMath.exp(-z);
              return e / ((1 + e) * (1 + e));
            });
    String message = failure(() -> ActivationChecks.finiteFarOut(logistic));
    assertTrue(message.startsWith("A9: not finite at -"), message);
  }

  @Test
  void aValueThatIsFiniteAgainFartherOutIsFound() {
    Curve gap = new Curve(z -> z > 80 && z < 100 ? 1 / 0.0 : z, z -> 1);
    String message = failure(() -> ActivationChecks.finiteFarOut(gap));
    assertTrue(message.startsWith("A9: not finite at 80.0"), message);
  }

  @Test
  void aDerivativeThatIsFiniteAndWrongFarOutIsFound() {
    Curve clipped = new Curve(z -> Math.max(-20, Math.min(z, 20)), z -> 1);
    String message = failure(() -> ActivationChecks.derivative(clipped));
    assertTrue(message.startsWith("A7: backward, row 0, column 9, at 20.75"), message);
  }

  @Test
  void aDerivativeThatIsRightFarOutPasses() {
    ActivationChecks.derivative(
        new Curve(z -> Math.max(-20, Math.min(z, 20)), z -> Math.abs(z) < 20 ? 1 : 0));
    ActivationChecks.derivative(new Curve(StrictMath::sin, StrictMath::cos));
    ActivationChecks.derivative(new Curve(StrictMath::exp, StrictMath::exp));
    ActivationChecks.derivative(new Curve(z -> z * z * z, z -> 3 * z * z));
  }

  @ParameterizedTest
  @ValueSource(floats = {0.003f, 0.025f, 0.5f})
  void aBandOfNanIsFoundWithItsPlace(float width) {
    String message = failure(() -> ActivationChecks.finiteNearby(new Unwell(width)));
    float place = Float.parseFloat(message.replaceFirst("A11: the value at z = (.*) is NaN", "$1"));
    assertEquals(2, place, width);
  }

  @Test
  void aBandOfNanIsNoReasonToSkipTheDerivative() {
    String message = failure(() -> ActivationChecks.derivative(new Unwell(0.025f)));
    assertTrue(message.matches("A7: the value at z = (1.9|2.0)\\d* is NaN"), message);
  }

  @Test
  void aDerivativeThatIsNotFiniteAtOnePlaceIsFound() {
    Curve cardinalSine =
        new Curve(
            z -> z == 0 ? 1 : StrictMath.sin(z) / z,
            z -> (StrictMath.cos(z) - StrictMath.sin(z) / z) / z);
    assertEquals(
        "A11: the derivative at z = -0.0 is NaN",
        failure(() -> ActivationChecks.finiteNearby(cardinalSine)));
  }

  @Test
  void anInfiniteBandIsFound() {
    Curve pole = new Curve(z -> Math.abs(z + 7.99) < 0.005 ? 1 / 0.0 : z, z -> 1);
    String message = failure(() -> ActivationChecks.finiteNearby(pole));
    assertTrue(message.startsWith("A11: the value at z = -7.99"), message);
    assertTrue(message.endsWith("is Infinity"), message);
  }
}

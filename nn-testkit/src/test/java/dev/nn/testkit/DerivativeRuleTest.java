package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.ElementwiseActivation;
import dev.nn.testkit.check.ActivationChecks;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/** Rule A7 finds a derivative that is wrong in some places only, and kinks do not hide it. */
class DerivativeRuleTest {

  /**
   * A sawtooth with a kink at every eighth as far as {@code end}, and 0 beyond; its slope is taken
   * as 0 where {@code wrong} says so.
   */
  private record Sawtooth(double end, DoublePredicate wrong) implements ElementwiseActivation {
    private static final double TOOTH = 0.125;

    @Override
    public String name() {
      return "test.sawtooth";
    }

    @Override
    public float value(float z) {
      if (Math.abs(z) >= end) {
        return 0;
      }
      double place = z / TOOTH - Math.floor(z / TOOTH);
      return (float)
          (TOOTH * (Math.floorMod((long) Math.floor(z / TOOTH), 2) == 0 ? place : 1 - place));
    }

    @Override
    public float derivative(float z, float a) {
      if (Math.abs(z) >= end || wrong.test(z)) {
        return 0;
      }
      return Math.floorMod((long) Math.floor(z / TOOTH), 2) == 0 ? 1 : -1;
    }
  }

  private static void assertFails(String reason, ElementwiseActivation activation) {
    AssertionError failure =
        assertThrows(AssertionError.class, () -> ActivationChecks.derivative(activation));
    assertTrue(failure.getMessage().startsWith(reason), failure.getMessage());
  }

  @Test
  void aRightDerivativePassesWhateverTheKinks() {
    assertDoesNotThrow(() -> ActivationChecks.derivative(new Sawtooth(8, z -> false)));
  }

  @Test
  void whatIsOnAKinkOrCannotBeToldFromOneIsSkippedWithItsPlace() {
    Sawtooth endless = new Sawtooth(1e6, z -> false);
    TestAbortedException skipped =
        assertThrows(TestAbortedException.class, () -> ActivationChecks.derivative(endless));
    assertTrue(
        skipped
            .getMessage()
            .startsWith("A7: backward: central differences decide nothing at 9.75; "),
        skipped.getMessage());
  }

  /** Undecided at 9.75 already, and wrong at −1000.75. */
  @Test
  void whatIsUndecidedDoesNotHideWhatIsWrong() {
    Sawtooth wrong = new Sawtooth(500, z -> false);
    ElementwiseActivation slanted = new Slanted(wrong);
    assertFails("A7: backward, row 0, column 9, at -1000.75", slanted);
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
    return Arguments.of(name, new Sawtooth(8, wrong));
  }

  private static double fraction(double value) {
    return value - Math.floor(value);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongPlaces")
  void aDerivativeThatIsWrongInPlacesIsFound(String place, ElementwiseActivation activation) {
    assertFails("A7: ", activation);
  }

  /** The slope of that far out on the negative side is forgotten. */
  private record Slanted(Sawtooth sawtooth) implements ElementwiseActivation {
    @Override
    public String name() {
      return "test.slanted";
    }

    @Override
    public float value(float z) {
      return sawtooth.value(z) + Math.min(z + 500, 0);
    }

    @Override
    public float derivative(float z, float a) {
      return sawtooth.derivative(z, a);
    }
  }

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

  private static double logistic(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }

  private static double selu(double z) {
    return z > 0 ? 1.0507009873554805 * z : 1.7580993408473766 * StrictMath.expm1(z);
  }

  private static double seluSlope(double z, double alpha) {
    return 1.0507009873554805 * (z > 0 ? 1 : alpha * StrictMath.exp(z));
  }

  static Stream<Arguments> right() {
    return Stream.of(
        curve("z", z -> z, z -> 1),
        curve("z²", z -> z * z, z -> 2 * z),
        curve("z³", z -> z * z * z, z -> 3 * z * z),
        curve("sine", StrictMath::sin, StrictMath::cos),
        curve("exponential", StrictMath::exp, StrictMath::exp),
        curve("logistic", z -> logistic(z), z -> logistic(z) * (1 - logistic(z))),
        curve(
            "softplus",
            z -> Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))),
            DerivativeRuleTest::logistic),
        curve("tanh", StrictMath::tanh, z -> 1 - StrictMath.tanh(z) * StrictMath.tanh(z)),
        curve("relu", z -> Math.max(z, 0), z -> z > 0 ? 1 : 0),
        curve("selu", DerivativeRuleTest::selu, z -> seluSlope(z, 1.6732632423543772)));
  }

  private static Arguments curve(
      String name, DoubleUnaryOperator function, DoubleUnaryOperator slope) {
    return Arguments.of(name, new Curve(function, slope));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("right")
  void aRightDerivativePassesAndOneOffByAThousandthFails(String name, Curve right) {
    assertDoesNotThrow(() -> ActivationChecks.derivative(right));
    for (double factor : new double[] {1.001, 0.999}) {
      Curve wrong = new Curve(right.function, z -> factor * right.slope.applyAsDouble(z));
      assertFails("A7: ", wrong);
    }
  }

  @Test
  void aRoundedConstantIsFound() {
    Curve wrong = new Curve(DerivativeRuleTest::selu, z -> seluSlope(z, 1.6733));
    assertFails("A7: ", wrong);
  }

  /** 0.002 z, whose slope is taken as 0. */
  @Test
  void aSmallDerivativeThatIsLeftOutIsFound() {
    Curve wrong = new Curve(z -> 0.002 * z, z -> 0);
    assertFails("A7: ", wrong);
  }
}

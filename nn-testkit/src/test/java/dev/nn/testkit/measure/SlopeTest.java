package dev.nn.testkit.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.math.Matrix;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * A right gradient never fails, wherever kinks are, and a wrong one does unless one is in the way.
 */
class SlopeTest {
  private static final float X = 0.75f;
  private static final double TANH_SLOPE = 1 - StrictMath.tanh(X) * StrictMath.tanh(X);
  private static final double[] JUMPS = {
    -10, -1, -0.1, -0.01, -1e-3, -1e-4, -1e-5, 1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 1
  };

  /** tanh z, and a kink or a step of the given jump at a distance from X. */
  private record Bent(double distance, double jump, boolean isStep) {
    double value(double z) {
      double beyond = z - X - distance;
      return StrictMath.tanh(z) + jump * (isStep ? (beyond > 0 ? 1 : 0) : Math.max(beyond, 0));
    }

    double slope() {
      return TANH_SLOPE + (distance < 0 && !isStep ? jump : 0);
    }
  }

  private static Optional<String> check(double claimed, DoubleUnaryOperator function) {
    Matrix at = Matrix.rowOf(X);
    return Slope.check(
        Matrix.rowOf((float) claimed),
        at,
        () -> new double[] {(float) function.applyAsDouble(at.get(0, 0))},
        "here");
  }

  /** Distances from 2⁻¹⁸ to 1, about 100 to each doubling. */
  @Test
  void aRightGradientBesideAKinkOrAStepDoesNotFail() {
    int decided = 0;
    int tried = 0;
    for (int k = 0; k < 1800; k++) {
      double size = Math.scalb(1 + k % 100 / 100.0, k / 100 - 18);
      for (double jump : JUMPS) {
        for (double distance : new double[] {size, -size}) {
          for (boolean isStep : new boolean[] {false, true}) {
            Bent bent = new Bent(distance, jump, isStep);
            try {
              decided += check(bent.slope(), bent::value).isEmpty() ? 1 : 0;
              tried++;
            } catch (AssertionError e) {
              throw new AssertionError(bent + ": " + e.getMessage(), e);
            }
          }
        }
      }
    }
    int all = tried;
    int some = decided;
    assertTrue(some > 0.7 * all, () -> some + " decided of " + all);
  }

  /** A kink at X: half of its jump is in every central difference. */
  @Test
  void atAKinkNothingIsDecided() {
    Bent kink = new Bent(0, 1, false);
    assertEquals(
        Optional.of("here: central differences decide nothing at 1 of 1"),
        check(kink.slope(), kink::value));
  }

  /** 10⁻⁵ of the gradient and a few 10⁻⁶ of rounding: what is off by 10⁻⁴ is found. */
  @Test
  void aWrongGradientFailsToTheFourthDecimal() {
    DoubleUnaryOperator square = z -> z * z;
    assertEquals(Optional.empty(), check(1.5, square));
    for (double wrong : new double[] {1.5001, 1.4999}) {
      String message = assertThrows(AssertionError.class, () -> check(wrong, square)).getMessage();
      assertTrue(
          message.startsWith("here, row 0, column 0, at 0.75: the gradient is " + (float) wrong),
          message);
    }
  }

  @Test
  void aWrongGradientBesideAKinkFails() {
    Bent kink = new Bent(0x1p-11, 1, false);
    assertEquals(Optional.empty(), check(kink.slope(), kink::value));
    assertThrows(AssertionError.class, () -> check(kink.slope() + 0.02, kink::value));
  }

  @Test
  void whereTheSumIsNotDefinedStepsEnd() {
    DoubleUnaryOperator half = z -> z < X + 0.1 ? z * z : Double.NaN;
    assertEquals(Optional.empty(), check(1.5, half));
    assertThrows(AssertionError.class, () -> check(1.501, half));
    assertTrue(check(1.5, z -> z == X ? z : Double.NaN).isPresent());
  }
}

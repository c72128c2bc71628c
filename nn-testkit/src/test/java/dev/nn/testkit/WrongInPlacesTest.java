package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Loss;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;
import dev.nn.testkit.check.ActivationChecks;
import dev.nn.testkit.check.LayerGradientChecks;
import dev.nn.testkit.check.LossChecks;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Derivatives that are wrong in one region or at one place only. */
class WrongInPlacesTest {

  /** Σ f(ŷ, y). */
  private record Sums(DoubleBinaryOperator function, DoubleBinaryOperator slope) implements Loss {
    @Override
    public String name() {
      return "test.sums";
    }

    @Override
    public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
      for (int i = 0; i < prediction.rows(); i++) {
        lossPerRow[i] = 0;
        for (int j = 0; j < prediction.columns(); j++) {
          lossPerRow[i] += function.applyAsDouble(prediction.get(i, j), target.get(i, j));
        }
      }
    }

    @Override
    public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
      for (int i = 0; i < prediction.rows(); i++) {
        for (int j = 0; j < prediction.columns(); j++) {
          double dp = slope.applyAsDouble(prediction.get(i, j), target.get(i, j));
          gradient.set(i, j, (float) dp);
        }
      }
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

  private static double huber(double error, double delta) {
    double size = Math.abs(error);
    return size < delta ? error * error / 2 : delta * (size - delta / 2);
  }

  private static Loss huber(double factorBeyond) {
    return new Sums(
        (p, y) -> huber(p - y, 3),
        (p, y) -> Math.abs(p - y) < 3 ? p - y : factorBeyond * 3 * Math.signum(p - y));
  }

  private static Loss absoluteError(double slopeAtTarget) {
    return new Sums(
        (p, y) -> Math.abs(p - y), (p, y) -> p == y ? slopeAtTarget : Math.signum(p - y));
  }

  private static void assertFails(String start, Runnable check) {
    String message = assertThrows(AssertionError.class, check::run).getMessage();
    assertTrue(message.startsWith(start), message);
  }

  @Test
  void aLossIsJudgedFarFromItsTargetsToo() {
    assertDoesNotThrow(() -> LossChecks.derivative(huber(1)));
    assertFails("L6: gradient", () -> LossChecks.derivative(huber(1.003)));
  }

  @Test
  void aLossIsJudgedAtItsTargets() {
    assertDoesNotThrow(() -> LossChecks.derivative(absoluteError(0)));
    assertDoesNotThrow(() -> LossChecks.derivative(absoluteError(-1)));
    assertFails("L6: gradient", () -> LossChecks.derivative(absoluteError(7)));
  }

  /** It accepts any target, but its pole at 0 tells that predictions are probabilities. */
  @Test
  void aLossOfProbabilitiesIsNotJudgedOutsideOfThem() {
    Loss clipped =
        new Sums(
            (p, y) -> -y * StrictMath.log(Math.max(p, 1e-7)), (p, y) -> -y / Math.max(p, 1e-7));
    assertDoesNotThrow(() -> LossChecks.derivative(clipped));
  }

  @Test
  void aLayerIsJudgedForLargerInputsToo() {
    Pointwise square =
        new Pointwise() {
          @Override
          double value(double x) {
            return x * x;
          }

          @Override
          double slope(double x) {
            return (x > 2 ? 1.003 : 1) * 2 * x;
          }
        };
    assertFails(
        "N5: the gradient of the input",
        () -> LayerGradientChecks.inputGradient(square, Shape.of(6)));
  }

  @Test
  void anActivationIsJudgedAtItsKink() {
    Curve ramp = new Curve(z -> Math.max(z, 0), z -> z == 0 ? 42 : z > 0 ? 1 : 0);
    assertFails(
        "A7: backward, row 0, column 13, at 0.0: the gradient is 42.0",
        () -> ActivationChecks.derivative(ramp));
  }

  @Test
  void anActivationIsJudgedBetweenThePowersOfTen() {
    Curve bend = new Curve(z -> z * Math.abs(z), z -> (z > 60 && z < 90 ? 2.006 : 2) * Math.abs(z));
    assertFails("A7: backward, row 0, column 9, at 70.75", () -> ActivationChecks.derivative(bend));
  }
}

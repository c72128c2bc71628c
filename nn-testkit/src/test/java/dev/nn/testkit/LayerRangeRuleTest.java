package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.GradientPass;
import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.testkit.check.LayerRangeChecks;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Rule N12 finds layers that fail at the ends of their range only. */
class LayerRangeRuleTest {
  private static final Shape SIX = Shape.of(6);

  private static final class Curve extends Pointwise {
    private final DoubleUnaryOperator function;
    private final DoubleUnaryOperator slope;

    Curve(DoubleUnaryOperator function, DoubleUnaryOperator slope) {
      this.function = function;
      this.slope = slope;
    }

    @Override
    double value(double x) {
      return function.applyAsDouble(x);
    }

    @Override
    double slope(double x) {
      return slope.applyAsDouble(x);
    }
  }

  private static final class GradientTooLarge extends GoodLayer {
    @Override
    public void parameterGradient(GradientPass pass) {
      super.parameterGradient(pass);
      if (pass.index() == 0 && Math.abs(pass.input().get(0, 0)) > 500) {
        pass.gradient().set(0, 0, Float.POSITIVE_INFINITY);
      }
    }
  }

  private static void far(Layer layer) {
    LayerRangeChecks.finiteFarOut(layer, SIX);
  }

  private static String failure(Runnable check) {
    return assertThrows(AssertionError.class, check::run).getMessage();
  }

  private static String skip(Runnable check) {
    return assertThrows(TestAbortedException.class, check::run).getMessage();
  }

  @Test
  void layersThatAreFiniteEverywherePass() {
    assertDoesNotThrow(() -> far(new GoodLayer()));
    assertDoesNotThrow(() -> far(new Centring()));
    assertDoesNotThrow(() -> far(new Curve(StrictMath::tanh, x -> 1)));
  }

  @Test
  void anOutputThatIsNotFiniteOnTheNegativeSideAloneIsFound() {
    Curve curve = new Curve(x -> x < -5000 ? Double.NaN : x, x -> 1);
    assertTrue(failure(() -> far(curve)).startsWith("N12: not finite at -5000"));
  }

  @Test
  void anInputGradientThatIsNotFiniteIsFound() {
    Curve curve = new Curve(StrictMath::tanh, x -> x > 50 ? 1 / 0.0 : 1);
    assertTrue(failure(() -> far(curve)).startsWith("N12: not finite at 50.0"));
  }

  @Test
  void aParameterGradientThatIsNotFiniteIsFound() {
    assertTrue(failure(() -> far(new GradientTooLarge())).startsWith("N12: not finite at 500.0"));
  }

  @Test
  void anExponentialIsSkippedOnTheSideThatOverflowsOnly() {
    String reason = skip(() -> far(new Curve(StrictMath::exp, StrictMath::exp)));
    assertTrue(reason.startsWith("N12: overflows by its nature at 88.7"), reason);
    assertEquals(2, reason.split("overflows", -1).length, reason);
    Curve curve = new Curve(x -> x < -5000 ? Double.NaN : StrictMath.exp(x), StrictMath::exp);
    assertTrue(failure(() -> far(curve)).startsWith("N12: not finite at -5000"));
  }

  /** Takes what is not negative, and NaN; not finite from some place on. */
  private record FromZero(double end) {
    Layer layer() {
      return new Pointwise() {
        @Override
        public void checkFeatures(float[] features) {
          for (float x : features) {
            if (x < 0) {
              throw new IllegalArgumentException("feature " + x + " must not be negative");
            }
          }
        }

        @Override
        double value(double x) {
          return x > end ? 1 / 0.0 : Math.sqrt(x);
        }

        @Override
        double slope(double x) {
          return 0.5 / Math.sqrt(x);
        }
      };
    }
  }

  @Test
  void theSideThatIsRefusedIsSkippedAndTheOtherJudged() {
    assertEquals(
        "N12: its checkFeatures refuses inputs as far as -10000.0",
        skip(() -> far(new FromZero(1e6).layer())));
    assertTrue(
        failure(() -> far(new FromZero(5000).layer())).startsWith("N12: not finite at 5000"));
    assertDoesNotThrow(() -> LayerRangeChecks.notANumberPropagates(new FromZero(1e6).layer(), SIX));
  }
}

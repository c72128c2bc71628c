package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.ForwardPass;
import dev.nn.api.GradientPass;
import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Rules N12 and N13 find layers that fail at the ends of their range only. */
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

  /** Adds nothing of the row above, but even nothing of NaN is NaN. */
  private static final class SharesNan extends GoodLayer {
    private final boolean inTrainingOnly;

    SharesNan(boolean inTrainingOnly) {
      this.inTrainingOnly = inTrainingOnly;
    }

    @Override
    public void forward(ForwardPass pass) {
      super.forward(pass);
      Matrix a = pass.output();
      for (int i = 1; i < a.rows() && (pass.training() || !inTrainingOnly); i++) {
        a.set(i, 0, a.get(i, 0) + 0 * a.get(i - 1, 0));
      }
    }
  }

  private static void far(Layer layer) {
    LayerRangeChecks.finiteFarOut(layer, SIX);
  }

  private static void notANumber(Layer layer) {
    LayerRangeChecks.notANumberPropagates(layer, SIX);
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
    assertDoesNotThrow(() -> notANumber(new FromZero(1e6).layer()));
  }

  @Test
  void layersThatPassNanOnPass() {
    assertDoesNotThrow(() -> notANumber(new GoodLayer()));
    assertDoesNotThrow(() -> notANumber(new Centring()));
  }

  @Test
  void nanThatIsSwallowedInTrainingAloneIsFound() {
    Layer layer =
        new GoodLayer() {
          @Override
          public void forward(ForwardPass pass) {
            super.forward(pass);
            for (int i = 0; pass.training() && i < pass.output().rows(); i++) {
              for (int j = 0; j < pass.output().columns(); j++) {
                float a = pass.output().get(i, j);
                pass.output().set(i, j, a >= 0 || a < 0 ? a : 0);
              }
            }
          }
        };
    String message = failure(() -> notANumber(layer));
    assertEquals(
        "N13: in training, where row 0, column 0 of the input is NaN, the output of that row is"
            + " [0.0, 0.0, 0.0]",
        message);
  }

  @Test
  void anInputThatDoesNotCountNeedNotBePassedOn() {
    Layer first =
        new GoodLayer() {
          @Override
          public void forward(ForwardPass pass) {
            Matrix x = pass.input();
            for (int i = 0; i < x.rows(); i++) {
              for (int j = 0; j < pass.output().columns(); j++) {
                pass.output().set(i, j, x.get(i, 0));
              }
            }
          }
        };
    assertDoesNotThrow(() -> notANumber(first));
  }

  @Test
  void nanThatReachesAnotherRowIsFoundInBothModes() {
    assertEquals(
        "N13: in prediction, where row 0, column 0 of the input is NaN, the output of row 1 is"
            + " another, row 0, column 0",
        failure(() -> notANumber(new SharesNan(false))).split(": expected")[0]);
    assertEquals(
        "N13: in training, where row 0, column 0 of the input is NaN, the output of row 1 is"
            + " another, row 0, column 0",
        failure(() -> notANumber(new SharesNan(true))).split(": expected")[0]);
  }
}

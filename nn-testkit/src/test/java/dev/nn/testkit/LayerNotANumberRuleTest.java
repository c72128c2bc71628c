package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.ForwardPass;
import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;
import dev.nn.testkit.check.LayerRangeChecks;
import org.junit.jupiter.api.Test;

/** Rule N13 finds layers that swallow NaN, or let it reach other rows. */
class LayerNotANumberRuleTest {
  private static final Shape SIX = Shape.of(6);

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

  private static void notANumber(Layer layer) {
    LayerRangeChecks.notANumberPropagates(layer, SIX);
  }

  private static String failure(Runnable check) {
    return assertThrows(AssertionError.class, check::run).getMessage();
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

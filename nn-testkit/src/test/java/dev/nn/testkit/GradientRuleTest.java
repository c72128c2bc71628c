package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.GradientPass;
import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;
import dev.nn.testkit.check.LayerGradientChecks;
import dev.nn.testkit.check.LossChecks;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Rules L6, N5 and N6 find small errors, and judge what they can where they cannot judge all. */
class GradientRuleTest {
  private static final Shape SIX = Shape.of(6);
  private static final float FACTOR = 1.001f;

  private static void scale(Matrix matrix) {
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        matrix.set(i, j, FACTOR * matrix.get(i, j));
      }
    }
  }

  private static final class InputGradientOff extends GoodLayer {
    @Override
    public void backward(BackwardPass pass) {
      super.backward(pass);
      if (pass.wantsInputGradient()) {
        scale(pass.inputGradient());
      }
    }
  }

  private static class BiasGradientOff extends GoodLayer {
    @Override
    public void parameterGradient(GradientPass pass) {
      super.parameterGradient(pass);
      if (pass.index() == 1) {
        scale(pass.gradient());
      }
    }
  }

  /** The kernel is rounded so finely that no difference decides anything. */
  private static Layer rough(Layer gradients) {
    return new GoodLayer() {
      @Override
      public void forward(ForwardPass pass) {
        super.forward(pass);
        Matrix kernel = pass.parameter(0);
        float roughness = 0;
        for (int i = 0; i < kernel.rows(); i++) {
          for (int j = 0; j < kernel.columns(); j++) {
            roughness += Math.abs(kernel.get(i, j) * 4096 % 2 - 1);
          }
        }
        for (int i = 0; i < pass.output().rows(); i++) {
          pass.output().set(i, 0, pass.output().get(i, 0) + roughness / 64);
        }
      }

      @Override
      public void parameterGradient(GradientPass pass) {
        gradients.parameterGradient(pass);
      }
    };
  }

  /** Σ (ŷ − y)² with a gradient that is a thousandth too large. */
  private static final class LossOff extends BrokenLosses.Good {
    @Override
    public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
      super.gradient(prediction, target, gradient);
      scale(gradient);
    }
  }

  private static String failure(Runnable check) {
    return assertThrows(AssertionError.class, check::run).getMessage();
  }

  @Test
  void rightGradientsPass() {
    assertDoesNotThrow(() -> LayerGradientChecks.inputGradient(new GoodLayer(), SIX));
    assertDoesNotThrow(() -> LayerGradientChecks.parameterGradients(new GoodLayer(), SIX));
    assertDoesNotThrow(() -> LayerGradientChecks.inputGradient(new Centring(), SIX));
    assertDoesNotThrow(() -> LossChecks.derivative(new BrokenLosses.Good()));
  }

  @Test
  void gradientsThatAreAThousandthTooLargeFail() {
    String input = failure(() -> LayerGradientChecks.inputGradient(new InputGradientOff(), SIX));
    assertTrue(input.startsWith("N5: the gradient of the input, row 0"), input);
    String bias = failure(() -> LayerGradientChecks.parameterGradients(new BiasGradientOff(), SIX));
    assertTrue(bias.startsWith("N6: the gradient of bias, row 0"), bias);
    String loss = failure(() -> LossChecks.derivative(new LossOff()));
    assertTrue(loss.startsWith("L6: gradient, row 0"), loss);
  }

  @Test
  void aParameterThatCannotBeDecidedIsSkippedAndTheNextIsJudged() {
    String reason =
        assertThrows(
                TestAbortedException.class,
                () -> LayerGradientChecks.parameterGradients(rough(new GoodLayer()), SIX))
            .getMessage();
    assertTrue(
        reason.startsWith("N6: the gradient of kernel: central differences decide nothing at 18"),
        reason);
    String bias =
        failure(() -> LayerGradientChecks.parameterGradients(rough(new BiasGradientOff()), SIX));
    assertTrue(bias.startsWith("N6: the gradient of bias, row 0"), bias);
  }
}

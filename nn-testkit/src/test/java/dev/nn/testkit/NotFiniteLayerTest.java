package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.GradientPass;
import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.testkit.check.LayerGradientChecks;
import org.junit.jupiter.api.Test;

/** Numbers that are not finite are no reason to skip the rules for the gradients of layers. */
class NotFiniteLayerTest {

  private static final class OutputOfNan extends GoodLayer {
    @Override
    public void forward(ForwardPass pass) {
      super.forward(pass);
      pass.output().set(2, 0, Float.NaN);
    }
  }

  private static final class GradientOfNan extends GoodLayer {
    @Override
    public void backward(BackwardPass pass) {
      super.backward(pass);
      pass.inputGradient().set(2, 1, Float.NaN);
    }

    @Override
    public void parameterGradient(GradientPass pass) {
      super.parameterGradient(pass);
      pass.gradient().set(0, 2, Float.POSITIVE_INFINITY);
    }
  }

  private static String failure(Runnable check) {
    return assertThrows(AssertionError.class, check::run).getMessage().replaceFirst(" ==>.*", "");
  }

  @Test
  void anOutputThatIsNotFiniteFails() {
    Layer layer = new OutputOfNan();
    assertEquals(
        "N5: the gradient of the input: what it is the gradient of is NaN",
        failure(() -> LayerGradientChecks.inputGradient(layer, Shape.of(6))));
    assertEquals(
        "N6: the gradient of kernel: what it is the gradient of is NaN",
        failure(() -> LayerGradientChecks.parameterGradients(layer, Shape.of(6))));
  }

  @Test
  void aGradientThatIsNotFiniteFails() {
    Layer layer = new GradientOfNan();
    assertEquals(
        "N5: the gradient of the input, row 2, column 1 is NaN",
        failure(() -> LayerGradientChecks.inputGradient(layer, Shape.of(6))));
    assertEquals(
        "N6: the gradient of kernel, row 0, column 2 is Infinity",
        failure(() -> LayerGradientChecks.parameterGradients(layer, Shape.of(6))));
  }
}

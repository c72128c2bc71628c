package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.api.ForwardPass;
import dev.nn.api.GradientPass;
import dev.nn.api.Loss;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;
import dev.nn.testkit.check.ActivationMatrixChecks;
import dev.nn.testkit.check.LayerChecks;
import dev.nn.testkit.check.LossChecks;
import dev.nn.testkit.measure.Samples;
import org.junit.jupiter.api.Test;

/** What a plugin keeps from forward for backward is found on one thread already. */
class StaleNumbersTest {

  /** z², whose slope is that of the last z. */
  private static final class StaleSquare implements Activation {
    private Matrix last = Matrix.zeros(0, 0);

    @Override
    public String name() {
      return "test.stale_square";
    }

    @Override
    public void forward(Matrix z, Matrix a) {
      last = Samples.copy(z);
      times(z, z, 1, a);
    }

    @Override
    public void backward(Matrix z, Matrix a, Matrix da, Matrix dz) {
      times(last.rows() == z.rows() ? last : z, da, 2, dz);
    }

    private static void times(Matrix left, Matrix right, float factor, Matrix result) {
      for (int i = 0; i < left.rows(); i++) {
        for (int j = 0; j < left.columns(); j++) {
          result.set(i, j, factor * left.get(i, j) * right.get(i, j));
        }
      }
    }
  }

  /** The gradient is that of the predictions that were valued last. */
  private static final class StaleLoss extends BrokenLosses.Good {
    private Matrix last = Matrix.zeros(0, 0);

    @Override
    public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
      last = Samples.copy(prediction);
      super.value(prediction, target, lossPerRow);
    }

    @Override
    public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
      Matrix known = Samples.copy(prediction);
      if (last.columns() == known.columns()) {
        int rows = Math.min(last.rows(), known.rows());
        last.rows(0, rows).copyTo(known.rows(0, rows));
      }
      super.gradient(known, target, gradient);
    }
  }

  /** The gradient of the kernel is that of the rows that went forward last. */
  private static final class StaleLayer extends GoodLayer {
    private Matrix last = Matrix.zeros(0, 0);

    @Override
    public void forward(ForwardPass pass) {
      super.forward(pass);
      last = Samples.copy(pass.input());
    }

    @Override
    public void parameterGradient(GradientPass pass) {
      if (pass.index() == 0) {
        Matrix known = Samples.copy(pass.input());
        int rows = Math.min(last.rows(), known.rows());
        last.rows(0, rows).copyTo(known.rows(0, rows));
        pass.product(known, pass.outputGradient());
      } else {
        super.parameterGradient(pass);
      }
    }
  }

  private static void assertFails(String start, Runnable check) {
    String message = assertThrows(AssertionError.class, check::run).getMessage();
    assertTrue(message.startsWith(start), message);
  }

  @Test
  void anActivationThatTakesTheLastPreActivationFailsA2() {
    assertFails(
        "A2: backward after another forward, row 0, column 0",
        () -> ActivationMatrixChecks.backwardWritesItsResultOnly(new StaleSquare()));
  }

  @Test
  void aLossThatTakesTheLastPredictionFailsL2() {
    Loss loss = new StaleLoss();
    assertFails(
        "L2: the gradient after the value of other rows, row 0, column 0",
        () -> LossChecks.gradientWritesItsResultOnly(loss));
  }

  @Test
  void aLayerThatTakesTheLastInputFailsN11() {
    assertFails(
        "N11: the gradient of kernel after several workers",
        () -> LayerChecks.workersDoNotMatter(new StaleLayer(), Shape.of(6)));
  }
}

package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.GradientPass;
import dev.nn.api.Layer;
import dev.nn.api.Loss;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;
import dev.nn.testkit.check.ActivationMatrixChecks;
import dev.nn.testkit.check.LayerChecks;
import dev.nn.testkit.check.LossChecks;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules A3, L3 and N4 find what is written, and not only what throws, where there is no row. */
class ZeroRowsRuleTest {

  /** The first element of a matrix, whether it has one or not. */
  private static void spoil(Matrix matrix) {
    matrix.data()[matrix.offset()] = 0;
  }

  private static Runnable activation(Activation broken) {
    return () -> ActivationMatrixChecks.zeroRows(broken);
  }

  private static Runnable loss(Loss broken) {
    return () -> LossChecks.zeroRows(broken);
  }

  private static Runnable layer(Layer broken) {
    return () -> LayerChecks.zeroRows(broken, Shape.of(6));
  }

  private static Activation forwardWrites() {
    return new GoodActivation() {
      @Override
      public void forward(Matrix z, Matrix a) {
        super.forward(z, a);
        spoil(a);
      }
    };
  }

  private static Activation backwardWrites() {
    return new GoodActivation() {
      @Override
      public void backward(Matrix z, Matrix a, Matrix da, Matrix dz) {
        super.backward(z, a, da, dz);
        spoil(dz);
      }
    };
  }

  private static Loss valueWrites() {
    return new BrokenLosses.Good() {
      @Override
      public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
        super.value(prediction, target, lossPerRow);
        lossPerRow[0] = 0;
      }
    };
  }

  private static Loss gradientWrites() {
    return new BrokenLosses.Good() {
      @Override
      public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
        super.gradient(prediction, target, gradient);
        spoil(gradient);
      }
    };
  }

  private static Layer forwardWrites(boolean inTraining) {
    return new GoodLayer() {
      @Override
      public void forward(ForwardPass pass) {
        super.forward(pass);
        if (pass.training() == inTraining) {
          spoil(pass.output());
        }
      }
    };
  }

  private static Layer layerBackwardWrites() {
    return new GoodLayer() {
      @Override
      public void backward(BackwardPass pass) {
        super.backward(pass);
        spoil(pass.inputGradient());
      }
    };
  }

  /** Adds a decay of its own. */
  private static Layer gradientWithoutRows() {
    return new GoodLayer() {
      @Override
      public void parameterGradient(GradientPass pass) {
        super.parameterGradient(pass);
        if (pass.index() == 1) {
          pass.gradient().set(0, 2, pass.gradient().get(0, 2) + 0.5f);
        }
      }
    };
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of(activation(forwardWrites()), "A3: zero rows: 0.0 was written outside"),
        Arguments.of(activation(backwardWrites()), "A3: zero rows: 0.0 was written outside"),
        Arguments.of(loss(valueWrites()), "L3: the loss of a row that is not there: "),
        Arguments.of(loss(gradientWrites()), "L3: gradient: 0.0 was written outside"),
        Arguments.of(layer(forwardWrites(false)), "N4: prediction, output: 0.0 was written"),
        Arguments.of(layer(forwardWrites(true)), "N4: training, output: 0.0 was written"),
        Arguments.of(layer(layerBackwardWrites()), "N4: training, input gradient: 0.0 was"),
        Arguments.of(layer(gradientWithoutRows()), "N4: the gradient of bias is "));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("broken")
  void whatIsWrittenIsFound(Runnable rule, String message) {
    AssertionError failure = assertThrows(AssertionError.class, rule::run);
    assertTrue(failure.getMessage().startsWith(message), failure.getMessage());
  }
}

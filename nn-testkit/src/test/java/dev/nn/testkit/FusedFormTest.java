package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.api.FusedLoss;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Matrix;
import dev.nn.testkit.check.FusionChecks;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule L8 asks of a closed form what L1 to L4 ask of a loss. */
class FusedFormTest {
  private static final PluginRegistry REGISTRY = PluginRegistry.of(new GoodActivation());

  /** Σ (ŷ − y)² that fuses with every activation. */
  private static final class Squares extends BrokenLosses.Good {
    private final FusedLoss fused;

    Squares(FusedLoss fused) {
      this.fused = fused;
    }

    @Override
    public Optional<FusedLoss> fuse(Activation output) {
      return Optional.of(fused);
    }
  }

  /** Σ (2z − y)²: keeps the rule for the activation 2z. */
  private static class Closed implements FusedLoss {
    @Override
    public void value(Matrix z, Matrix target, double[] lossPerRow) {
      for (int i = 0; i < z.rows(); i++) {
        double sum = 0;
        for (int j = 0; j < z.columns(); j++) {
          double error = 2 * z.get(i, j) - target.get(i, j);
          sum += error * error;
        }
        lossPerRow[i] = sum;
      }
    }

    @Override
    public void gradient(Matrix z, Matrix prediction, Matrix target, Matrix gradient) {
      for (int i = 0; i < z.rows(); i++) {
        for (int j = 0; j < z.columns(); j++) {
          gradient.set(i, j, 4 * (2 * z.get(i, j) - target.get(i, j)));
        }
      }
    }
  }

  private static final class FillsTheArray extends Closed {
    @Override
    public void value(Matrix z, Matrix target, double[] lossPerRow) {
      Arrays.fill(lossPerRow, 0);
      super.value(z, target, lossPerRow);
    }
  }

  private static final class UsesUpZ extends Closed {
    @Override
    public void gradient(Matrix z, Matrix prediction, Matrix target, Matrix gradient) {
      super.gradient(z, prediction, target, gradient);
      z.fill(0);
    }
  }

  private static final class UsesUpThePrediction extends Closed {
    @Override
    public void gradient(Matrix z, Matrix prediction, Matrix target, Matrix gradient) {
      super.gradient(z, prediction, target, gradient);
      prediction.fill(0);
    }
  }

  /** Goes through the arrays as if there were nothing between rows. */
  private static final class KnowsNoStride extends Closed {
    @Override
    public void gradient(Matrix z, Matrix prediction, Matrix target, Matrix gradient) {
      for (int k = 0; k < z.size(); k++) {
        gradient.data()[gradient.offset() + k] =
            4 * (2 * z.data()[z.offset() + k] - target.data()[target.offset() + k]);
      }
    }
  }

  private static final class CountsARowThatIsNotThere extends Closed {
    @Override
    public void value(Matrix z, Matrix target, double[] lossPerRow) {
      lossPerRow[0] = 0;
      super.value(z, target, lossPerRow);
    }
  }

  private static final class TakesTheBatchsMean extends Closed {
    @Override
    public void value(Matrix z, Matrix target, double[] lossPerRow) {
      super.value(z, target, lossPerRow);
      for (int i = 0; i < z.rows(); i++) {
        lossPerRow[i] /= z.rows();
      }
    }
  }

  @Test
  void aClosedFormThatKeepsTheRulesPasses() {
    FusionChecks.fusedEqualsComposed(new Squares(new Closed()), REGISTRY);
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of(new FillsTheArray(), "losses with other strides"),
        Arguments.of(new UsesUpZ(), "z of gradient is an input and was changed"),
        Arguments.of(new UsesUpThePrediction(), "the prediction of gradient is an input and was"),
        Arguments.of(new KnowsNoStride(), "the gradient: "),
        Arguments.of(new CountsARowThatIsNotThere(), "the loss of a row that is not there"),
        Arguments.of(new TakesTheBatchsMean(), "the loss of row 0 alone"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aBrokenOneFails(FusedLoss fused, String reason) {
    AssertionError failure =
        assertThrows(
            AssertionError.class,
            () -> FusionChecks.fusedEqualsComposed(new Squares(fused), REGISTRY));
    String message = String.valueOf(failure.getMessage());
    String activation = new GoodActivation().name();
    assertTrue(message.startsWith("L8: with " + activation + ", " + reason), message);
  }
}

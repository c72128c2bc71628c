package dev.nn.tests.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Loss;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The check itself: it must find derivatives that are wrong, as some were in well-known libraries.
 */
class GradientCheckTest {
  private static final long SEED = 7;

  private final PluginRegistry registry = PluginRegistry.load();

  /** tanh with a derivative that may be wrong. */
  private record Tanh(String name, float factor, boolean isSquareMisplaced)
      implements ElementwiseActivation {
    @Override
    public float value(float z) {
      return FloatMath.tanh(z);
    }

    @Override
    public float derivative(float z, float a) {
      return factor * (isSquareMisplaced ? (1 - a) * (1 - a) : 1 - a * a);
    }
  }

  /** relu whose gradient is written without regard to what comes from above. */
  private record OverwritingRelu() implements ElementwiseActivation {
    @Override
    public String name() {
      return "test.relu";
    }

    @Override
    public float value(float z) {
      return Math.max(z, 0);
    }

    @Override
    public float derivative(float z, float a) {
      return z > 0 ? 1 : 0;
    }

    @Override
    public void backward(Matrix z, Matrix a, Matrix da, Matrix dz) {
      for (int i = 0; i < z.rows(); i++) {
        for (int j = 0; j < z.columns(); j++) {
          dz.set(i, j, derivative(z.get(i, j), a.get(i, j)));
        }
      }
    }
  }

  /** A squared error that forgets the factor 2. */
  private record HalfSquaredError(Loss loss) implements Loss {
    @Override
    public String name() {
      return "test.half";
    }

    @Override
    public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
      loss.value(prediction, target, lossPerRow);
    }

    @Override
    public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
      loss.gradient(prediction, target, gradient);
      for (int i = 0; i < gradient.rows(); i++) {
        for (int j = 0; j < gradient.columns(); j++) {
          gradient.set(i, j, gradient.get(i, j) / 2);
        }
      }
    }
  }

  private List<String> mismatches(PluginRegistry plugins, Loss loss, String activation) {
    String layer = "dense(units=4, activation=" + activation + ")";
    return new Problem(plugins, loss, SEED).hidden(List.of("dense(units=4)", layer)).mismatches();
  }

  private List<String> mismatches(ElementwiseActivation activation) {
    Loss loss = registry.loss("mean_squared_error");
    return mismatches(registry.with(activation), loss, activation.name());
  }

  @Test
  void rightDerivativePasses() {
    assertEquals(List.of(), mismatches(new Tanh("test.tanh", 1, false)));
  }

  @Test
  void tanhDerivativeWithTheSquareInTheWrongPlaceIsFound() {
    assertFalse(mismatches(new Tanh("test.tanh", 1, true)).isEmpty());
  }

  @Test
  void derivativeThatIsOnePercentOffIsFound() {
    assertFalse(mismatches(new Tanh("test.tanh", 1.01f, false)).isEmpty());
  }

  @Test
  void activationThatOverwritesTheGradientFromAboveIsFound() {
    assertFalse(mismatches(new OverwritingRelu()).isEmpty());
  }

  @Test
  void lossGradientWithoutItsFactorIsFound() {
    Loss loss = new HalfSquaredError(registry.loss("mean_squared_error"));
    assertFalse(mismatches(registry.with(loss), loss, "tanh").isEmpty());
  }

  @Test
  void weightsAtAKinkAreSkippedAndCounted() {
    Network network = Network.of(registry, Shape.of(1), "dense(units=1, activation=relu)");
    float[] zero = {0};
    Model model = Model.of(network, Map.of("0.dense.kernel", zero, "0.dense.bias", zero));
    Dataset data = Dataset.regression(new float[][] {{1}}, new float[] {1});
    Loss loss = registry.loss("mean_squared_error");
    try (TrainingLoss trainingLoss = new TrainingLoss(registry, loss, data, SEED, model)) {
      GradientReport report = GradientCheck.of(trainingLoss);
      assertEquals(2, report.skipped(), report::toString);
      assertFalse(report.isRepresentative());
    }
  }
}

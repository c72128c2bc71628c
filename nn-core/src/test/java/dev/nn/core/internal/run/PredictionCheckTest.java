package dev.nn.core.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.api.Shape;
import dev.nn.core.TestPlugins;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.NamedParameters;
import dev.nn.core.plugin.PluginRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionCheckTest {
  private static final PluginRegistry REGISTRY = TestPlugins.registry();

  /** Before the activation, both outputs are the one feature. */
  private static Optional<String> problem(String activation, String loss, float... features) {
    Architecture network =
        Architecture.of(
            Shape.of(1),
            REGISTRY.layers("dense(units=2, activation=" + activation + ")"),
            REGISTRY::resolve);
    float[] parameters =
        NamedParameters.flat(
            network,
            Map.of("0.dense.kernel", new float[] {1, 1}, "0.dense.bias", new float[] {0, 0}));
    float[][] rows = new float[features.length][1];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = features[i];
    }
    Dataset data =
        Dataset.classes(rows, new int[rows.length], new Targets.Classes(List.of("no", "yes")));
    return PredictionCheck.problem(network, REGISTRY.loss(loss), parameters, data);
  }

  @ParameterizedTest
  @CsvSource({
    "binary_crossentropy, sigmoid",
    "binary_focal_crossentropy, sigmoid",
    "dice, sigmoid",
    "tversky, sigmoid",
    "categorical_crossentropy, softmax",
    "categorical_focal_crossentropy, softmax",
    "kl_divergence, softmax",
  })
  void numbersThatAreNoProbabilitiesAreFound(String loss, String activation) {
    assertEquals(
        Optional.of(
            "layer 0 (dense) does not go with the loss %s: prediction 1.5 in column 0 is no probability; give the last layer activation=%s"
                .formatted(loss, activation)),
        problem("identity", loss, 0.5f, 1.5f));
    assertEquals(Optional.empty(), problem("identity", loss, 0, 0.5f, 1));
    assertEquals(Optional.empty(), problem("sigmoid", loss, -9, 0.5f, 9));
  }

  @Test
  void negativeMeansAreFound() {
    assertEquals(
        Optional.of(
            "layer 0 (dense) does not go with the loss poisson: prediction -0.5 in column 0 is negative; give the last layer activation=softplus"),
        problem("identity", "poisson", 2, -0.5f));
    assertEquals(Optional.empty(), problem("identity", "poisson", 2, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mean_squared_error", "huber", "hinge"})
  void otherLossesTakeAllNumbers(String loss) {
    assertEquals(Optional.empty(), problem("identity", loss, -7, 7));
  }
}

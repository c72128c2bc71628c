package dev.nn.tests.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.nn.api.Loss;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Layers with {@code trainable=false}. */
class FrozenLayerTest {
  private static final List<String> HIDDEN =
      List.of(
          "dense(units=4, activation=tanh)",
          "dense(units=5, activation=sigmoid, kernel_l2=0.1, trainable=false)");

  private final PluginRegistry registry = PluginRegistry.load();

  @Test
  void frozenLayersPassTheGradientOnAndHaveNoneThemselves() {
    Loss loss = registry.loss("mean_squared_error");
    GradientReport report = new Problem(registry, loss, 3).hidden(HIDDEN);
    assertEquals(List.of(), report.mismatches());
    int first = 3 * 4 + 4;
    int last = 5 * 3 + 3;
    assertEquals(first + last, report.checked());
  }

  @Test
  void trainingLeavesFrozenLayersAsTheyAre() {
    Network network =
        Network.of(registry, Shape.of(3), HIDDEN.get(0), HIDDEN.get(1), "dense(units=1)");
    Model before = Model.initial(network, 5);
    float[][] features = {{1, 0, -1}, {0.5f, -0.25f, 2}};
    Model after =
        Trainer.builder()
            .loss("mean_squared_error")
            .optimizer("sgd(learning_rate=0.1, momentum=0.9)")
            .epochs(5)
            .threads(1)
            .build()
            .fit(before, Dataset.regression(features, new float[] {1, -1}))
            .model();
    for (String name : before.parameterNames()) {
      if (name.startsWith("1.")) {
        assertArrayEquals(before.parameter(name), after.parameter(name), name);
      } else {
        assertFalse(Arrays.equals(before.parameter(name), after.parameter(name)), name);
      }
    }
  }
}

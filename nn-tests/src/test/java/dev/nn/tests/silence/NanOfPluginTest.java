package dev.nn.tests.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Initializer;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.layer.Dense;
import dev.nn.core.metric.Metrics;
import dev.nn.math.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Predictions of NaN for features that are numbers are said to come from a plugin of others. */
@ResourceLock("warnings")
class NanOfPluginTest {
  private record RootOnly() implements ElementwiseActivation {
    @Override
    public String name() {
      return "acme.root";
    }

    @Override
    public float value(float z) {
      return (float) Math.sqrt(z);
    }

    @Override
    public float derivative(float z, float a) {
      return 0.5f / a;
    }
  }

  /** The second example's features add up to less than 0. */
  private static final Dataset DATA =
      Dataset.classes(new float[][] {{4, 0}, {0, -9}, {-1, 0}}, new int[] {0, 1, 1});

  private static Model model(Activation activation) {
    return Model.initial(
        Network.of(Shape.of(2), new Dense(2, activation, Initializer.constant(1))), 0);
  }

  @Test
  void oneWarningNamesThePlugin() {
    try (Warnings warnings = new Warnings()) {
      double accuracy = model(new RootOnly()).evaluate(DATA, Metrics::accuracy);
      assertEquals(1 / 3.0, accuracy, 1e-9);
      List<String> texts = warnings.texts();
      assertEquals(1, texts.size(), texts::toString);
      assertTrue(
          texts
              .get(0)
              .startsWith(
                  "a prediction is NaN though the features of its example are numbers; it was"
                      + " computed with activation \"acme.root\", "
                      + RootOnly.class.getName()
                      + " in "),
          texts.get(0));
    }
  }

  /** A data set of one's own may give NaN; it is not the plugin that makes it so. */
  private record NanFeatures(Dataset data) implements Dataset {
    @Override
    public int rows() {
      return data.rows();
    }

    @Override
    public Shape shape() {
      return data.shape();
    }

    @Override
    public Targets targets() {
      return data.targets();
    }

    @Override
    public void readFeatures(int row, Matrix into, int at) {
      into.set(at, 0, Float.NaN);
      into.set(at, 1, 1);
    }

    @Override
    public void readTarget(int row, Matrix into, int at) {
      data.readTarget(row, into, at);
    }
  }

  @Test
  void featuresThatAreNanAreNotThePluginsFault() {
    Model model = model(new RootOnly());
    try (Warnings warnings = new Warnings()) {
      Matrix unused = model.predict(new NanFeatures(DATA));
      assertEquals(List.of(), warnings.texts());
    }
  }

  @Test
  void aNetworkOfTheFrameworksOwnPluginsIsNotWarnedOf() {
    Model model = model(Activation.named("relu"));
    try (Warnings warnings = new Warnings()) {
      Matrix unused = model.predict(DATA);
      assertEquals(List.of(), warnings.texts());
    }
  }
}

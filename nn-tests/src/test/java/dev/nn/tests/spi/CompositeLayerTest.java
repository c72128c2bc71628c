package dev.nn.tests.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Composite;
import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.api.Signal;
import dev.nn.api.SpecException;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingResult;
import dev.nn.core.TrainingSession;
import dev.nn.core.TrainingState;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layers that are made of others: what they are called, saved as and refused for. */
class CompositeLayerTest {
  private static final String[] LAYERS = {
    "dense(units=4, activation=tanh)",
    "residual(layers=[dense(units=6), batch_normalization, dropout(rate=0.2), dense(units=4)])",
    "parallel(branches=[sequence(layers=[dense(units=2), prelu]), dense(units=3)])",
    "dense(units=2, activation=softmax)"
  };

  /** Uses its input and its gate twice, the gate in a product with itself. */
  private record Twice() implements Composite {
    @Override
    public String name() {
      return "test.twice";
    }

    @Override
    public Signal compose(Signal x, Shape shape) {
      Signal gate = x.through("dense(units=" + shape.last() + ")");
      return gate.times(gate).plus(x);
    }
  }

  @TempDir private Path folder;

  private static Dataset data() {
    float[][] x = new float[24][3];
    int[] y = new int[24];
    for (int i = 0; i < 24; i++) {
      for (int j = 0; j < 3; j++) {
        x[i][j] = (37 * (3 * i + j) % 23 - 11) / 8f;
      }
      y[i] = x[i][0] > x[i][1] ? 1 : 0;
    }
    return Dataset.classes(x, y);
  }

  private static Trainer trainer(int threads) {
    return Trainer.builder()
        .loss("categorical_crossentropy")
        .optimizer("adam(learning_rate=0.01)")
        .batchSize(5)
        .epochs(8)
        .seed(3)
        .threads(threads)
        .withoutAdvice()
        .build();
  }

  @Test
  void parametersAreCalledAfterTheWayToThem() {
    Network network = Network.of(3, LAYERS);
    assertEquals(
        List.of(
            "0.dense.kernel",
            "0.dense.bias",
            "1.residual.0.dense.kernel",
            "1.residual.0.dense.bias",
            "1.residual.1.batch_normalization.gamma",
            "1.residual.1.batch_normalization.beta",
            "1.residual.1.batch_normalization.moving_mean",
            "1.residual.1.batch_normalization.moving_variance",
            "1.residual.3.dense.kernel",
            "1.residual.3.dense.bias",
            "2.parallel.0.sequence.0.dense.kernel",
            "2.parallel.0.sequence.0.dense.bias",
            "2.parallel.0.sequence.1.prelu.alpha",
            "2.parallel.1.dense.kernel",
            "2.parallel.1.dense.bias",
            "3.dense.kernel",
            "3.dense.bias"),
        Model.initial(network, 1).parameterNames());
    assertEquals(Shape.of(2), network.outputShape());
    assertEquals(4, network.layers().size());
  }

  @Test
  void theSummaryHasALineForEachLayerThatWasWritten() {
    String summary = Network.of(3, LAYERS).summary().toString();
    assertEquals(8, summary.lines().count(), summary);
    // 4·6 + 6, 4·6 for batch normalization, 6·4 + 4
    assertTrue(
        summary
            .lines()
            .anyMatch(
                line -> line.matches("residual\\(layers=\\[dense\\(units=6\\), .*\\(4\\) +82")),
        summary);
    assertTrue(summary.lines().anyMatch(line -> line.matches("parallel.*\\(5\\) +27")), summary);
  }

  @Test
  void theSpecReadsBack() {
    Network network = Network.of(3, LAYERS);
    assertEquals(network, Network.of(3, network.spec()));
  }

  @Test
  void threadsDoNotMatterAndASavedModelPredictsTheSame() throws Exception {
    TrainingResult one = trainer(1).fit(Network.of(3, LAYERS), data());
    Model three = trainer(3).fit(Network.of(3, LAYERS), data()).model();
    Path file = folder.resolve("model.safetensors");
    one.model().save(file);
    Model loaded = Model.load(file);
    for (String name : three.parameterNames()) {
      assertArrayEquals(one.model().parameter(name), three.parameter(name), name);
      assertArrayEquals(one.model().parameter(name), loaded.parameter(name), name);
    }
    float[] row = {0.5f, -1, 2};
    assertArrayEquals(one.model().predict(row), loaded.predict(row));
    assertArrayEquals(one.model().predict(row), loaded.predict(new float[][] {{1, 1, 1}, row})[1]);
  }

  @Test
  void aRunGoesOnFromItsState() {
    Dataset data = data();
    Model through = trainer(1).fit(Network.of(3, LAYERS), data).model();
    TrainingState half;
    try (TrainingSession session = trainer(1).start(Network.of(3, LAYERS), data)) {
      for (int step = 0; step < 17; step++) {
        session.step();
      }
      half = session.state();
    }
    Model resumed;
    try (TrainingSession session = trainer(1).start(half, data)) {
      boolean goesOn = true;
      while (goesOn) {
        goesOn = session.step();
      }
      resumed = session.state().model();
    }
    for (String name : through.parameterNames()) {
      assertArrayEquals(through.parameter(name), resumed.parameter(name), name);
    }
  }

  @Test
  void aSignalMayBeUsedSeveralTimes() {
    PluginRegistry registry = PluginRegistry.load().with(new Twice());
    Network network = Network.of(registry, Shape.of(1), "test.twice");
    Model model =
        Model.of(
            network,
            Map.of(
                "0.test.twice.0.dense.kernel", new float[] {3},
                "0.test.twice.0.dense.bias", new float[] {1}));
    // (3·2 + 1)² + 2
    assertEquals(51, model.predict(new float[] {2})[0]);
  }

  /** What stands between the parts of a composite is the engine's, and no plugin to suspect. */
  @Test
  void aDivergedRunSuspectsNoJoin() {
    Trainer wild = trainer(1).toBuilder().optimizer("sgd(learning_rate=1e30)").build();
    Network network = Network.of(3, "residual(layers=[dense(units=3)])", "dense(units=2)");
    String message = wild.fit(network, data()).failure().orElseThrow().getMessage();
    assertFalse(message.contains("\"add\"") || message.contains("\"fork\""), message);
  }

  @Test
  void whatDoesNotFitIsRefusedWithItsPlace() {
    assertEquals(
        "layer 1.residual (add): add needs operands of one shape, got (3) and (4); let all branches"
            + " end in such a shape",
        assertThrows(
                ShapeException.class,
                () -> Network.of(2, "dense(units=4)", "residual(layers=[dense(units=3)])"))
            .getMessage());
    assertTrue(
        assertThrows(
                ShapeException.class,
                () -> Network.of(Shape.of(2, 2), "residual(layers=[dense(units=3)])"))
            .getMessage()
            .startsWith("layer 0.residual.0 (dense): dense takes one row of features"));
    assertTrue(
        assertThrows(
                SpecException.class,
                () -> Network.of(2, "parallel(branches=[dense(units=1)], join=subtract)"))
            .getMessage()
            .contains("join must be concatenate, add or multiply, got subtract"));
    assertTrue(
        assertThrows(SpecException.class, () -> Network.of(2, "residual(layers=[])"))
            .getMessage()
            .contains("layers needs at least one layer, as in layers=[dense(units=8)]"));
  }
}

package dev.nn.tests.lecture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Statements 12 to 16: the loss and the way down. */
class LearningTest {
  private static final float[][] XOR = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  private static final Dataset XOR_DATA = Dataset.binary(XOR, new int[] {0, 1, 1, 0});

  @Test
  void statement12TheLossOfOneExampleIsBinaryCrossEntropy() {
    double[] loss = new double[4];
    PluginRegistry.load()
        .loss("binary_crossentropy")
        .value(
            Matrix.copyOf(new float[][] {{0.9f}, {0.9f}, {0.25f}, {0.5f}}),
            Matrix.copyOf(new float[][] {{1}, {0}, {0}, {1}}),
            loss);
    double[] expected = {
      -StrictMath.log(0.9f), -StrictMath.log(1 - 0.9f), -StrictMath.log(0.75), -StrictMath.log(0.5)
    };
    assertArrayEquals(expected, loss, 1e-6);
  }

  @Test
  void statement13AnUpdateSubtractsAlphaTimesTheGradient() {
    // One neuron without activation and squared error: ℓ = (wx + b − y)², ∂ℓ/∂w = 2x(wx + b − y).
    Model start =
        Model.of(
            Network.of(Shape.of(1), "dense(units=1)"),
            Map.of("0.dense.kernel", new float[] {3}, "0.dense.bias", new float[] {1}));
    Dataset example = Dataset.regression(new float[][] {{2}}, new float[] {4});
    Trainer trainer =
        Trainer.builder().loss("mean_squared_error").optimizer("sgd(learning_rate=0.125)").build();
    try (TrainingSession session = trainer.start(start, example)) {
      session.step();
      // wx + b − y = 3, so ∂ℓ/∂w = 12 and ∂ℓ/∂b = 6.
      assertArrayEquals(new float[] {3 - 0.125f * 12}, session.model().parameter("0.dense.kernel"));
      assertArrayEquals(new float[] {1 - 0.125f * 6}, session.model().parameter("0.dense.bias"));
    }
  }

  @Test
  void statement14EachExampleIsFollowedByAnUpdateInRandomOrder() {
    List<Integer> order = new ArrayList<>();
    Dataset recording = new RecordingDataset(order);
    Trainer trainer =
        Trainer.builder()
            .loss("binary_crossentropy")
            .optimizer("sgd")
            .batchSize(1)
            .epochs(3)
            .threads(1)
            .build();
    Network network = Network.of(Shape.of(1), "dense(units=1, activation=sigmoid)");
    try (TrainingSession session = trainer.start(network, recording)) {
      order.clear();
      int updates = 0;
      Model before = session.model();
      boolean more = true;
      while (more) {
        more = session.step();
        updates++;
        assertNotEquals(before.weightsSha256(), session.model().weightsSha256());
        before = session.model();
      }
      assertEquals(3 * recording.rows(), updates);
    }
    List<Integer> all = IntStream.range(0, recording.rows()).boxed().toList();
    List<List<Integer>> epochs =
        List.of(order.subList(0, 50), order.subList(50, 100), order.subList(100, 150));
    for (List<Integer> epoch : epochs) {
      assertEquals(all, epoch.stream().sorted().toList(), "each example once");
      assertNotEquals(all, epoch, "not in the order of the data");
    }
    assertNotEquals(epochs.get(0), epochs.get(1), "a new order in each epoch");
  }

  @Test
  void statement15EqualStartsKeepAllNeuronsOfALayerTheSameForEver() {
    assertTrue(neuronsAreEqual(trained("constant(value=0.3)", 1)));
    assertTrue(!neuronsAreEqual(trained("uniform", 1)));
  }

  private static boolean neuronsAreEqual(Model model) {
    float[] kernel = model.parameter("0.dense.kernel"); // 2 × 3
    return kernel[0] == kernel[1]
        && kernel[1] == kernel[2]
        && kernel[3] == kernel[4]
        && kernel[4] == kernel[5];
  }

  @Test
  void statement16DifferentStartsReachDifferentMinima() {
    // With two hidden neurons some starts solve XOR and some end in a worse local minimum.
    List<Double> losses =
        IntStream.range(0, 12)
            .mapToObj(seed -> xorLoss("uniform(min=-1, max=1)", seed))
            .sorted()
            .toList();
    assertTrue(losses.get(0) < 0.05, "the best start solves it: " + losses);
    assertTrue(losses.get(11) > 0.3, "the worst does not: " + losses);
  }

  private static Model trained(String initializer, long seed) {
    return trainer(seed, 200)
        .fit(
            Network.of(
                Shape.of(2),
                "dense(units=3, activation=tanh, initializer=" + initializer + ")",
                "dense(units=1, activation=sigmoid, initializer=" + initializer + ")"),
            XOR_DATA)
        .model();
  }

  private static double xorLoss(String initializer, long seed) {
    var history =
        trainer(seed, 3000)
            .fit(
                Network.of(
                    Shape.of(2),
                    "dense(units=2, activation=tanh, initializer=" + initializer + ")",
                    "dense(units=1, activation=sigmoid, initializer=" + initializer + ")"),
                XOR_DATA)
            .history();
    return history.get(history.size() - 1).loss();
  }

  private static Trainer trainer(long seed, int epochs) {
    return Trainer.builder()
        .loss("binary_crossentropy")
        .optimizer("sgd(learning_rate=0.3)")
        .batchSize(1)
        .epochs(epochs)
        .seed(seed)
        .threads(1)
        .build();
  }

  /** Fifty examples that note when they are read. */
  private record RecordingDataset(List<Integer> order) implements Dataset {
    @Override
    public int rows() {
      return 50;
    }

    @Override
    public Shape shape() {
      return Shape.of(1);
    }

    @Override
    public Targets targets() {
      return new Targets.Binary();
    }

    @Override
    public void readFeatures(int row, Matrix into, int at) {
      order.add(row);
      into.set(at, 0, 1 + row);
    }

    @Override
    public void readTarget(int row, Matrix into, int at) {
      into.set(at, 0, row % 2);
    }
  }
}

package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.EarlyStopping;
import dev.nn.core.training.EpochRecord;
import dev.nn.core.training.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Early stopping, clipping, weights of examples and classes, held-out rows, the health report. */
class TrainingFeaturesTest {
  private static final PluginRegistry REGISTRY = TestPlugins.registry();

  /** One linear neuron with w = 3, b = 1 and the example x = 2, y = 4: ∂ℓ/∂w = 12, ∂ℓ/∂b = 6. */
  private static final Network NEURON = Network.of(REGISTRY, Shape.of(1), "dense(units=1)");

  private static final Model START =
      Model.of(NEURON, Map.of("0.dense.kernel", new float[] {3}, "0.dense.bias", new float[] {1}));
  private static final Dataset EXAMPLE = Dataset.regression(new float[][] {{2}}, new float[] {4});

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void valuesAreClippedElementByElement(int threads) {
    assertStep(-10, -6, trainer().clipValue(10).exactThreads(threads));
    assertStep(-4, -4, trainer().clipValue(4).exactThreads(threads));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theNormOfEachParameterIsClipped(int threads) {
    assertStep(-7, -6, trainer().clipNorm(7).exactThreads(threads));
    assertStep(-12, -6, trainer().clipNorm(12.5).exactThreads(threads));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theNormOfAllGradientsTogetherIsClipped(int threads) {
    double norm = Math.sqrt(12 * 12 + 6 * 6);
    assertStep(-12 * 5 / norm, -6 * 5 / norm, trainer().globalClipNorm(5).exactThreads(threads));
    assertStep(-12, -6, trainer().globalClipNorm(14).exactThreads(threads));
  }

  private static void assertStep(double kernel, double bias, TrainerBuilder trainer) {
    try (TrainingSession session = trainer.build().start(START, EXAMPLE)) {
      session.step();
      assertEquals(3 + kernel, session.model().parameter("0.dense.kernel")[0], 1e-5);
      assertEquals(1 + bias, session.model().parameter("0.dense.bias")[0], 1e-5);
    }
  }

  @Test
  void clippingOfLargeLayersDoesNotDependOnThreads() {
    Network network =
        Network.of(REGISTRY, Shape.of(70), "dense(units=150, activation=tanh), dense(units=1)");
    float[][] x = new float[40][70];
    float[] y = new float[40];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < 70; j++) {
        x[i][j] = (i * 31 + j * 17) % 23 - 11;
      }
      y[i] = i;
    }
    List<String> hashes = new ArrayList<>();
    for (int threads : new int[] {1, 2, 3, 8}) {
      hashes.add(
          trainer()
              .globalClipNorm(0.1)
              .epochs(3)
              .batchSize(16)
              .exactThreads(threads)
              .build()
              .fit(network, Dataset.regression(x, y))
              .model()
              .weightsSha256());
    }
    assertEquals(1, hashes.stream().distinct().count());
    assertNotEquals(
        hashes.get(0),
        trainer()
            .globalClipNorm(0.2)
            .epochs(3)
            .batchSize(16)
            .build()
            .fit(network, Dataset.regression(x, y))
            .model()
            .weightsSha256());
  }

  @Test
  void theWeightOfAnExampleScalesItsLossAndItsGradient() {
    Dataset two = Dataset.regression(new float[][] {{2}, {5}}, new float[] {4, 16});
    // The second example has no error; the batch's loss is (w₁·9 + w₂·0)/2.
    try (TrainingSession session = trainer().build().start(START, two.withWeights(0.5, 7))) {
      session.step();
      assertEquals(0.5 * 9 / 2, session.batchLoss(), 1e-6);
      assertEquals(3 - 0.5 * 12 / 2, session.model().parameter("0.dense.kernel")[0], 1e-5);
    }
    assertEquals(7, two.withWeights(0.5, 7).select(1).weight(0));
    assertThrows(DataException.class, () -> two.withWeights(1));
    assertThrows(DataException.class, () -> trainer().build().start(START, two.withWeights(1, -1)));
  }

  @Test
  void classWeightsScaleTheExamplesOfAClass() {
    Network network = Network.of(REGISTRY, Shape.of(1), "dense(units=1, activation=sigmoid)");
    Model start =
        Model.of(network, Map.of("0.dense.kernel", new float[1], "0.dense.bias", new float[1]));
    Dataset data = Dataset.binary(new float[][] {{1}, {1}, {1}}, new int[] {1, 0, 0});
    TrainerBuilder builder = trainer().loss("binary_crossentropy").shuffle(false);
    try (TrainingSession session = builder.classWeights(0.25, 4).build().start(start, data)) {
      session.step();
      assertEquals((4 + 2 * 0.25) * Math.log(2) / 3, session.batchLoss(), 1e-6);
      assertEquals(
          (4 * 0.5 - 2 * 0.25 * 0.5) / 3, session.model().parameter("0.dense.bias")[0], 1e-6);
    }
    DataException e =
        assertThrows(
            DataException.class, () -> builder.classWeights(1, 2, 3).build().start(start, data));
    assertTrue(e.getMessage().startsWith("3 class weights are given"), e.getMessage());
  }

  @Test
  void earlyStoppingEndsTheRunWithTheBestWeights() {
    // With this learning rate the loss falls at first and then grows.
    List<Double> losses = new ArrayList<>();
    List<String> hashes = new ArrayList<>();
    TrainingListener recorder =
        new TrainingListener() {
          @Override
          public void epochEnded(TrainingRun run, EpochRecord epoch) {
            losses.add(epoch.validationLoss().orElseThrow());
            hashes.add(run.model().weightsSha256());
          }
        };
    Dataset far = Dataset.regression(new float[][] {{1}}, new float[] {100});
    Dataset near = Dataset.regression(new float[][] {{1}}, new float[] {20});
    TrainingResult result =
        trainer()
            .optimizer("sgd(learning_rate=0.01)")
            .epochs(200)
            .earlyStopping(3)
            .listener(recorder)
            .build()
            .fit(START, far, near);
    assertEquals(Outcome.STOPPED_EARLY, result.outcome());
    int best = losses.indexOf(losses.stream().min(Double::compare).orElseThrow());
    assertTrue(best > 0);
    assertEquals(best + 3, losses.size() - 1, "three epochs without improvement");
    assertEquals(hashes.get(best), result.model().weightsSha256());
    assertThrows(NnException.class, () -> new EarlyStopping(0));
    assertThrows(NnException.class, () -> new EarlyStopping(1, -1));
    assertThrows(NnException.class, () -> new EarlyStopping(2, Double.POSITIVE_INFINITY));
  }

  @Test
  void anImprovementSmallerThanMinDeltaDoesNotCount() {
    TrainingResult result =
        trainer()
            .optimizer("sgd(learning_rate=0)")
            .epochs(50)
            .earlyStopping(new EarlyStopping(2, 0.5))
            .build()
            .fit(START, EXAMPLE);
    assertEquals(Outcome.STOPPED_EARLY, result.outcome());
    assertEquals(3, result.history().size());
  }

  @Test
  void aPartOfTheRowsCanBeHeldOut() {
    float[][] x = new float[20][1];
    float[] y = new float[20];
    for (int i = 0; i < 20; i++) {
      x[i][0] = i;
    }
    Dataset data = Dataset.regression(x, y);
    assertTrue(
        trainer()
            .optimizer("sgd(learning_rate=0.0001)")
            .validationSplit(0.25)
            .epochs(1)
            .build()
            .fit(NEURON, data)
            .history()
            .get(0)
            .validationLoss()
            .isPresent());
    assertThrows(NnException.class, () -> trainer().validationSplit(1));
  }

  @Test
  void saturatedAndDeadUnitsAreCounted() {
    Network network =
        Network.of(REGISTRY, Shape.of(1), "dense(units=3, activation=sigmoid), dense(units=1)");
    Model model =
        Model.of(
            network,
            Map.of(
                "0.dense.kernel", new float[] {1, 0, 0},
                "0.dense.bias", new float[] {0, 8, 200},
                "1.dense.kernel", new float[3],
                "1.dense.bias", new float[1]));
    Dataset data = Dataset.regression(new float[][] {{-1}, {0}, {1}}, new float[3]);
    assertEquals(
        List.of(new LayerHealth(0, "dense sigmoid", 3, 1, 1, Optional.empty())),
        model.health(data));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-3, 1e-6, 1e-8, 1e-9, 1e-15, 1e-18, 1e15})
  void normalizationGivesFeaturesOfAnyScaleGetDeviationOne(double scale) {
    float[][] x = {{(float) (2 * scale), 0}, {(float) (4 * scale), 0}};
    Trainer trainer =
        Trainer.builder()
            .registry(TestPlugins.registry())
            .loss("mean_squared_error")
            .optimizer("sgd(learning_rate=0)")
            .epochs(1)
            .build();
    Network network =
        Network.of(
            TestPlugins.registry().with(new TestPlugins.Ones()), Shape.of(2), "normalization");
    float[][] scaled = trainer.fit(network, Dataset.regression(x, x)).model().predict(x);
    assertEquals(-1, scaled[0][0], 1e-6);
    assertEquals(1, scaled[1][0], 1e-6);
    assertEquals(0, scaled[0][1]);
  }

  @Test
  void normalizationLearnsFromTheTrainingRowsBeforeTheFirstStep() {
    Network network =
        Network.of(
            REGISTRY.with(new TestPlugins.Ones()), Shape.of(2), "normalization, dense(units=1)");
    Dataset data =
        Dataset.regression(
            new float[][] {{1, 5}, {2, 5}, {3, 5}, {6, 5}}, new float[] {0, 0, 0, 0});
    try (TrainingSession session = trainer().build().start(network, data)) {
      Model model = session.model();
      assertArrayEquals(new float[] {3, 5}, model.parameter("0.normalization.mean"), 1e-6f);
      assertArrayEquals(new float[] {3.5f, 0}, model.parameter("0.normalization.variance"), 1e-6f);
      session.step();
      assertArrayEquals(
          new float[] {3, 5}, session.model().parameter("0.normalization.mean"), 1e-6f);
    }
  }

  private static TrainerBuilder trainer() {
    return Trainer.builder()
        .registry(REGISTRY)
        .loss("mean_squared_error")
        .optimizer("sgd(learning_rate=1)")
        .epochs(1)
        .threads(1);
  }
}

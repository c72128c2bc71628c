package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.api.SpecException;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.metric.Metrics;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.EpochRecord;
import dev.nn.core.training.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
  private static final PluginRegistry REGISTRY = TestPlugins.registry();
  private static final float[][] X = {{0, 0}, {0, 1}, {1, 0}, {1, 1}, {2, 1}, {1, 2}, {2, 2}};
  private static final Dataset DATA = Dataset.binary(X, new int[] {0, 1, 1, 0, 1, 1, 0});

  @Test
  void trainingLowersTheLossAndKeepsAHistory() {
    TrainingResult result = trainer().epochs(300).build().fit(network(), DATA, DATA);
    List<EpochRecord> history = result.history();
    assertEquals(Outcome.COMPLETED, result.outcome());
    assertEquals(300, history.size());
    assertEquals(1, history.get(0).epoch());
    assertEquals(0.5, history.get(0).learningRate());
    assertTrue(history.get(299).loss() < history.get(0).loss() / 2);
    assertEquals(Set.of("binary_accuracy"), history.get(0).validationMetrics().keySet());
    assertEquals(
        result.model().evaluate(DATA, Metrics::binaryAccuracy),
        history.get(299).validationMetric("binary_accuracy"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void theWeightsAreTheSameForAnyNumberOfThreads(int threads) {
    String expected = sha(trainer().threads(1).build(), DATA);
    assertEquals(expected, sha(trainer().threads(threads).build(), DATA));
    assertEquals(expected, sha(trainer().exactThreads(threads).build(), DATA));
  }

  @Test
  void theSeedDecidesWeightsAndOrder() {
    assertEquals(sha(trainer().seed(0).build(), DATA), sha(trainer().seed(0).build(), DATA));
    assertTrue(!sha(trainer().seed(0).build(), DATA).equals(sha(trainer().seed(1).build(), DATA)));
    Model start = Model.initial(network(), 5);
    Trainer one = trainer().seed(1).build();
    Trainer two = trainer().seed(2).build();
    assertTrue(
        !one.fit(start, DATA)
            .model()
            .weightsSha256()
            .equals(two.fit(start, DATA).model().weightsSha256()));
  }

  @Test
  void oneTrainerTrainsManyNetworks() {
    Trainer trainer = trainer().build();
    String first = sha(trainer, DATA);
    trainer.fit(Network.of(REGISTRY, Shape.of(2), "dense(units=1, activation=sigmoid)"), DATA);
    assertEquals(first, sha(trainer, DATA));
  }

  @Test
  void trainingGoesOnFromAModelThatStaysAsItIs() {
    Model start = trainer().epochs(20).build().fit(network(), DATA).model();
    String before = start.weightsSha256();
    TrainingResult result = trainer().epochs(200).build().fit(start, DATA);
    assertEquals(before, start.weightsSha256());
    assertTrue(result.history().get(199).loss() < result.history().get(0).loss());
  }

  @Test
  void frozenLayersStayAsTheyAre() {
    Network network =
        Network.of(
            REGISTRY,
            Shape.of(2),
            "dense(units=3, activation=tanh, trainable=false), dense(units=1, activation=sigmoid)");
    Model before = Model.initial(network, 0);
    Model after = trainer().build().fit(before, DATA).model();
    assertEquals(
        List.of(false, false, true, true),
        before.parameterNames().stream()
            .map(n -> !Arrays.equals(before.parameter(n), after.parameter(n)))
            .toList());
  }

  @Test
  void theLastBatchHasWhatIsLeft() {
    List<Integer> batches = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void batchEnded(TrainingRun run) {
            batches.add(run.batch() * 10 + run.batches());
          }
        };
    trainer().batchSize(3).epochs(2).listener(listener).build().fit(network(), DATA);
    assertEquals(List.of(13, 23, 33, 13, 23, 33), batches);
  }

  @Test
  void withoutShufflingTheOrderIsThatOfTheData() {
    // Batches of the same rows in the same order do not depend on the seed.
    Model start = Model.initial(network(), 5);
    Trainer one = trainer().shuffle(false).seed(1).build();
    Trainer two = trainer().shuffle(false).seed(2).build();
    assertEquals(
        one.fit(start, DATA).model().weightsSha256(), two.fit(start, DATA).model().weightsSha256());
  }

  @Test
  void noEpochsAreRefusedWithWhatToWriteInstead() {
    NnException error = assertThrows(NnException.class, () -> trainer().epochs(0));
    assertEquals(
        "epochs must be at least 1, got 0; a model that has learnt nothing is"
            + " Model.initial(network, seed)",
        error.getMessage());
  }

  @Test
  void aPenaltyIsPartOfTheTrainingLossOnly() {
    Network penalised =
        Network.of(
            REGISTRY, Shape.of(2), "dense(units=1, activation=sigmoid, kernel_l2=0.25, bias_l1=1)");
    Model start =
        Model.of(
            penalised,
            Map.of("0.dense.kernel", new float[] {2, -4}, "0.dense.bias", new float[] {-3}));
    Trainer still = trainer().optimizer("sgd(learning_rate=0)").epochs(1).batchSize(7).build();
    EpochRecord epoch = still.fit(start, DATA, DATA).history().get(0);
    assertEquals(0.25 * (4 + 16) + 3, epoch.loss() - epoch.validationLoss().orElseThrow(), 1e-9);
  }

  @Test
  void theMetricIsChosenByNameOrGivenAsAFunction() {
    EpochRecord epoch =
        trainer()
            .epochs(1)
            .metric("mean_absolute_error")
            .metric("rows", (predictions, targets) -> predictions.rows())
            .build()
            .fit(network(), DATA, DATA)
            .history()
            .get(0);
    assertEquals(Set.of("mean_absolute_error", "rows"), epoch.validationMetrics().keySet());
    assertEquals(7.0, epoch.validationMetric("rows"));
    assertEquals(
        "no metric acuracy; the run measured mean_absolute_error, rows",
        assertThrows(IllegalArgumentException.class, () -> epoch.validationMetric("acuracy"))
            .getMessage());
    NnException e = assertThrows(NnException.class, () -> trainer().metric("acuracy"));
    assertTrue(e.getMessage().contains("accuracy"), e.getMessage());
  }

  @Test
  void withoutAValidationSetThereIsNoValidationLoss() {
    assertEquals(
        OptionalDouble.empty(),
        trainer().epochs(1).build().fit(network(), DATA).history().get(0).validationLoss());
  }

  @Test
  void dataThatDoesNotFitIsRefusedBeforeTheFirstStep() {
    Trainer trainer = trainer().build();
    assertMessage(
        "the network takes examples of shape (2), the training set has (3)",
        () -> trainer.fit(network(), Dataset.binary(new float[][] {{1, 2, 3}}, new int[] {0})));
    assertMessage(
        "layer 1 (dense) gives 1 value, for which binary_crossentropy needs targets with 1 column,"
            + " but the validation set has 3 classes: give the last layer units=3",
        () -> trainer.fit(network(), DATA, Dataset.classes(X, new int[] {0, 1, 2, 0, 1, 2, 0})));
    assertMessage(
        "layer 1 (dense) gives 1 value, for which binary_crossentropy needs targets with 1 column,"
            + " but the training set has real numbers in 2 columns: mean_squared_error, for one,"
            + " takes them from a last layer with units=2",
        () -> trainer.fit(network(), Dataset.regression(X, new float[X.length][2])));
    assertMessage(
        "the training set is empty",
        () -> trainer.fit(network(), Dataset.binary(new float[0][2], new int[0])));
    assertMessage(
        "row 1 of the training set: target 1.5 in column 0 must be between 0 and 1",
        () ->
            trainer.fit(
                network(),
                Dataset.regression(new float[][] {{1, 2}, {3, 4}}, new float[] {1, 1.5f})));
  }

  @Test
  void aMissingPartIsSaidWithWhatToWrite() {
    assertMessage(
        "a trainer needs an optimizer: add .optimizer(\"adam\") or"
            + " .optimizer(\"sgd(learning_rate=0.01)\")",
        () -> Trainer.builder().registry(REGISTRY).loss("mean_squared_error").build());
    assertTrue(
        assertThrows(NnException.class, () -> Trainer.builder().build())
            .getMessage()
            .contains(".loss(\"binary_crossentropy\")"));
    assertMessage("batchSize must be at least 1, got -1", () -> Trainer.builder().batchSize(-1));
    assertMessage("batchSize must be at least 1, got 0", () -> Trainer.builder().batchSize(0));
    assertMessage("threads must be at least 1, got 0", () -> Trainer.builder().threads(0));
  }

  @Test
  void anUnknownOptionOfTheOptimizerIsShownInTheText() {
    SpecException e =
        assertThrows(SpecException.class, () -> trainer().optimizer("sgd(learning_rat=1)").build());
    assertTrue(e.getMessage().contains("learning_rate"), e.getMessage());
    assertEquals(4, e.position());
  }

  private static void assertMessage(String message, Executable code) {
    assertEquals(message, assertThrows(NnException.class, code).getMessage());
  }

  private static Network network() {
    return Network.of(
        REGISTRY,
        Shape.of(2),
        "dense(units=5, activation=tanh), dense(units=1, activation=sigmoid)");
  }

  private static TrainerBuilder trainer() {
    return Trainer.builder()
        .registry(REGISTRY)
        .loss("binary_crossentropy")
        .optimizer("sgd(learning_rate=0.5)")
        .batchSize(3)
        .epochs(5)
        .threads(1);
  }

  private static String sha(Trainer trainer, Dataset data) {
    return trainer.fit(network(), data).model().weightsSha256();
  }

  @Test
  void shapeErrorsAreShapeExceptions() {
    assertThrows(
        ShapeException.class,
        () -> trainer().build().fit(network(), Dataset.binary(new float[][] {{1}}, new int[] {0})));
  }
}

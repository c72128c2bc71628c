package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.metric.Metrics;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.Checkpoints;
import dev.nn.core.training.EarlyStopping;
import dev.nn.core.training.EpochRecord;
import dev.nn.core.training.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Early stopping on a metric, metrics on the training set, and metrics that are refused. */
class MonitoredMetricTest {
  private static final PluginRegistry REGISTRY = TestPlugins.registry();
  private static final Dataset TRAIN =
      Dataset.binary(
          new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}, {2, 0}, {0, 2}},
          new int[] {0, 1, 1, 0, 1, 1});
  private static final Dataset VALIDATION =
      Dataset.binary(
          new float[][] {{0.2f, 0}, {0, 0.9f}, {1, 0.1f}, {1, 0.8f}}, new int[] {0, 1, 1, 0});
  private static final Network NETWORK =
      Network.of(
          REGISTRY,
          Shape.of(2),
          "dense(units=4, activation=tanh), dense(units=1, activation=sigmoid)");

  /** A metric that goes up and down with the epochs, whatever the model is. */
  private static final class Scripted implements TrainingListener {
    private final double[] values;
    private final List<String> hashes = new ArrayList<>();
    private int at;

    Scripted(double... values) {
      this.values = values;
    }

    double next() {
      return values[at++];
    }

    @Override
    public void epochEnded(TrainingRun run, EpochRecord epoch) {
      hashes.add(run.model().weightsSha256());
    }
  }

  private static TrainerBuilder trainer() {
    return Trainer.builder()
        .registry(REGISTRY)
        .loss("binary_crossentropy")
        .optimizer("sgd(learning_rate=0.5)")
        .batchSize(2)
        .epochs(6)
        .threads(1);
  }

  private static TrainerBuilder watching(Scripted script) {
    // Before the first step a metric is tried without rows.
    return trainer()
        .metric("profit", (predictions, targets) -> targets.rows() == 0 ? 0 : script.next())
        .listener(script);
  }

  @Test
  void theLargestValueOfAMetricWins() {
    Scripted script = new Scripted(1, 3, 2, 3, 1, 9);
    TrainingResult result =
        watching(script)
            .earlyStopping(EarlyStopping.onLarger("profit", 3))
            .build()
            .fit(NETWORK, TRAIN, VALIDATION);
    assertEquals(Outcome.STOPPED_EARLY, result.outcome());
    assertEquals(5, result.history().size());
    assertEquals(OptionalInt.of(2), result.bestEpoch());
    assertEquals(script.hashes.get(1), result.model().weightsSha256());
  }

  @Test
  void theSmallestValueOfAMetricWins() {
    Scripted script = new Scripted(3, 1, 2, 1, 0.95, 5);
    TrainingResult result =
        watching(script)
            .earlyStopping(EarlyStopping.onSmaller("profit", 3).withMinDelta(0.1))
            .build()
            .fit(NETWORK, TRAIN, VALIDATION);
    assertEquals(5, result.history().size(), "0.05 less is no improvement");
    assertEquals(script.hashes.get(1), result.model().weightsSha256());
  }

  @Test
  void nanIsNoImprovement() {
    Scripted script = new Scripted(1, Double.NaN, Double.NaN, 9, 9, 9);
    TrainingResult result =
        watching(script)
            .earlyStopping(EarlyStopping.onLarger("profit", 2))
            .build()
            .fit(NETWORK, TRAIN, VALIDATION);
    assertEquals(3, result.history().size());
    assertEquals(OptionalInt.of(1), result.bestEpoch());
  }

  @Test
  void theLastWeightsCanBeKeptAndAllEpochsDone() {
    Scripted last = new Scripted(3, 2, 1, 0, 0, 0);
    TrainingResult stopped =
        watching(last)
            .earlyStopping(EarlyStopping.onLarger("profit", 2).keepingLast())
            .build()
            .fit(NETWORK, TRAIN, VALIDATION);
    assertEquals(last.hashes.get(2), stopped.model().weightsSha256());
    assertEquals(OptionalInt.empty(), stopped.bestEpoch());
    TrainingResult best =
        trainer().keepBest("binary_accuracy").build().fit(NETWORK, TRAIN, VALIDATION);
    assertEquals(Outcome.COMPLETED, best.outcome());
    double highest =
        best.history().stream()
            .mapToDouble(epoch -> epoch.validationMetric("binary_accuracy"))
            .max()
            .orElseThrow();
    assertEquals(
        highest, best.model().evaluate(VALIDATION, Metrics.of("binary_accuracy")), "best weights");
  }

  /** A metric that is watched is computed beside the one that the loss chooses. */
  @Test
  void theDirectionOfBuiltInMetricsIsKnown() {
    TrainingResult result =
        trainer().earlyStopping("log_loss", 50).build().fit(NETWORK, TRAIN, VALIDATION);
    assertEquals(
        List.of("binary_accuracy", "log_loss"),
        List.copyOf(result.history().get(0).validationMetrics().keySet()));
    int lowest = 1;
    for (EpochRecord epoch : result.history()) {
      boolean isLower =
          epoch.validationMetric("log_loss")
              < result.history().get(lowest - 1).validationMetric("log_loss");
      lowest = isLower ? epoch.epoch() : lowest;
    }
    assertEquals(OptionalInt.of(lowest), result.bestEpoch());
    NnException e =
        assertThrows(
            NnException.class, () -> watching(new Scripted()).earlyStopping("profit", 3).build());
    assertEquals(
        "nothing tells whether a larger or a smaller profit is better: give earlyStopping the rule"
            + " EarlyStopping.onLarger(\"profit\", patience) or"
            + " EarlyStopping.onSmaller(\"profit\", patience)",
        e.getMessage());
    assertThrows(NnException.class, () -> trainer().earlyStopping("acuracy", 3).build());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void aResumedRunGoesOnToTheSameBestEpoch(int epochsBefore, @TempDir Path folder)
      throws IOException {
    TrainerBuilder watched = trainer().trainingMetrics().earlyStopping("roc_auc", 5);
    TrainingResult whole = watched.build().fit(NETWORK, TRAIN, VALIDATION);
    watched.checkpoints(Checkpoints.in(folder));
    watched.epochs(epochsBefore).build().fit(NETWORK, TRAIN, VALIDATION);
    TrainingResult resumed = watched.epochs(6).build().resume(NETWORK, TRAIN, VALIDATION);
    assertEquals(whole.model().weightsSha256(), resumed.model().weightsSha256());
    assertEquals(whole.bestEpoch(), resumed.bestEpoch());
    assertEquals(
        whole.history().stream().map(EpochRecord::trainingMetrics).toList(),
        resumed.history().stream().map(EpochRecord::trainingMetrics).toList());
  }

  @Test
  void aCheckpointOfAnotherRuleIsRefused(@TempDir Path folder) throws IOException {
    TrainerBuilder trainer = trainer().checkpoints(Checkpoints.in(folder));
    trainer.epochs(2).earlyStopping("roc_auc", 5).build().fit(NETWORK, TRAIN, VALIDATION);
    NnException e =
        assertThrows(
            NnException.class,
            () -> trainer.earlyStopping("log_loss", 5).build().resume(NETWORK, TRAIN, VALIDATION));
    assertTrue(e.getMessage().contains("metric=\"roc_auc\""), e.getMessage());
  }

  @Test
  void trainingMetricsAreThoseOfTheWeightsAfterTheEpoch() {
    List<Double> expected = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void epochEnded(TrainingRun run, EpochRecord epoch) {
            expected.add(run.model().evaluate(TRAIN, Metrics.of("log_loss")));
          }
        };
    TrainerBuilder measured = trainer().metric("log_loss").trainingMetrics().listener(listener);
    TrainingResult result = measured.build().fit(NETWORK, TRAIN);
    assertEquals(
        expected, result.history().stream().map(e -> e.trainingMetric("log_loss")).toList());
    assertEquals(
        trainer().build().fit(NETWORK, TRAIN).model().weightsSha256(),
        result.model().weightsSha256(),
        "nothing that looks changes weights");
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> result.history().get(0).trainingMetric("f1"));
    assertEquals("no metric f1; the run measured log_loss", e.getMessage());
  }

  @Test
  void earlyStoppingWatchesTheTrainingSetWhereThereIsNoOther() {
    TrainingResult result =
        trainer().trainingMetrics().keepBest("log_loss").build().fit(NETWORK, TRAIN);
    double lowest =
        result.history().stream().mapToDouble(e -> e.trainingMetric("log_loss")).min().orElse(0);
    assertEquals(lowest, result.model().evaluate(TRAIN, Metrics.of("log_loss")));
  }

  @Test
  void aMetricThatWouldNeverBeComputedIsRefused() {
    String message =
        "there is no validation set, on which roc_auc would be computed: give fit a validation set,"
            + " keep part of the training set aside with validationSplit(0.2), or compute metrics on"
            + " the training set with trainingMetrics()";
    TrainerBuilder trainer = trainer().metric("roc_auc");
    assertEquals(
        message,
        assertThrows(NnException.class, () -> trainer.build().fit(NETWORK, TRAIN)).getMessage());
    TrainerBuilder watching = trainer().earlyStopping("roc_auc", 3);
    assertEquals(
        message,
        assertThrows(NnException.class, () -> watching.build().fit(NETWORK, TRAIN)).getMessage());
    assertEquals(6, trainer.validationSplit(0.4).build().fit(NETWORK, TRAIN).history().size());
    assertEquals(6, trainer().build().fit(NETWORK, TRAIN).history().size());
  }

  @Test
  void theAccuracyOfARegressionIsRefused() {
    Network network = Network.of(REGISTRY, Shape.of(1), "dense(units=1)");
    Dataset data = Dataset.regression(new float[][] {{1}, {2}}, new float[] {2, 3});
    TrainerBuilder trainer = trainer().loss("mean_squared_error").metric("accuracy");
    NnException e = assertThrows(NnException.class, () -> trainer.build().fit(network, data, data));
    assertEquals(
        "the metric accuracy compares classes or yes and no, but the targets are 1 real number:"
            + " take mean_absolute_error, root_mean_squared_error or r2, or make the data by"
            + " Dataset.classes or Dataset.binary",
        e.getMessage());
    assertEquals(
        6,
        trainer()
            .loss("mean_squared_error")
            .optimizer("sgd(learning_rate=0.01)")
            .metric("r2")
            .build()
            .fit(network, data, data)
            .history()
            .size());
  }

  @Test
  void classWeightsGoByLabelOrAreBalanced() {
    Dataset named =
        Dataset.binary(
            new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new int[] {0, 0, 0, 1}, "good", "bad");
    assertEquals(
        weights(trainer().classWeights(1, 4), named),
        weights(trainer().classWeights(Map.of("bad", 4.0)), named));
    // n / (k · nᶜ): 4 / (2 · 3) and 4 / (2 · 1), as scikit-learn's compute_class_weight.
    assertEquals(
        weights(trainer().classWeights(4 / 6.0, 2), named),
        weights(trainer().balancedClassWeights(), named));
    NnException e =
        assertThrows(
            NnException.class, () -> weights(trainer().classWeights(Map.of("badd", 4.0)), named));
    assertEquals(
        "a class weight is given for \"badd\", which is none of the classes. Did you mean bad?"
            + " Classes: good, bad",
        e.getMessage());
    Dataset numbers = Dataset.regression(new float[][] {{1, 2}}, new float[] {1});
    assertTrue(
        assertThrows(NnException.class, () -> weights(trainer().balancedClassWeights(), numbers))
            .getMessage()
            .startsWith("class weights are given, but the targets are 1 real number"));
  }

  private static String weights(TrainerBuilder trainer, Dataset data) {
    return trainer.build().fit(NETWORK, data).model().weightsSha256();
  }

  @Test
  void aTrainerCanBeVariedWithoutWhatWatchesItsRuns() {
    Scripted script = new Scripted();
    Trainer trainer = watching(script).seed(5).classWeights(1, 2).build();
    Trainer varied = trainer.toBuilder().epochs(2).build();
    assertEquals(
        trainer()
            .seed(5)
            .classWeights(1, 2)
            .epochs(2)
            .build()
            .fit(NETWORK, TRAIN)
            .model()
            .weightsSha256(),
        varied.fit(NETWORK, TRAIN).model().weightsSha256());
    assertEquals(List.of(), script.hashes);
    assertEquals(
        "Trainer of binary_crossentropy by sgd(learning_rate=0.5), 2 epochs in batches of 2, seed 5",
        varied.toString());
  }

  @Test
  void aResultSaysHowItEnded() {
    String text = trainer().keepBest().build().fit(NETWORK, TRAIN, VALIDATION).toString();
    assertTrue(
        text.matches(
            "completed after 6 epochs with the weights of epoch \\d, loss 0\\.\\d+, validation loss"
                + " 0\\.\\d+, validation binary_accuracy (0\\.\\d+|1\\.0)"),
        text);
    assertEquals(Optional.empty(), new EarlyStopping(3).metric());
  }

  /** At rate 0 only the first epoch is an improvement, over none. */
  @Test
  void aRunThatWasEndedGoesOnWithMorePatience(@TempDir Path folder) throws IOException {
    TrainerBuilder still =
        trainer().optimizer("sgd(learning_rate=0)").checkpoints(Checkpoints.in(folder));
    TrainingResult ended = still.earlyStopping(1).build().fit(NETWORK, TRAIN, VALIDATION);
    assertEquals(2, ended.history().size());
    TrainingResult further = still.earlyStopping(3).build().resume(NETWORK, TRAIN, VALIDATION);
    assertEquals(4, further.history().size());
    assertEquals(Outcome.STOPPED_EARLY, further.outcome());
  }
}

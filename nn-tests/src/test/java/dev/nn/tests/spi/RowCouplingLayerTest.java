package dev.nn.tests.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.api.Kind;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowCouplingLayerTest {
  private Sample sample;

  @BeforeAll
  void build(@TempDir Path folder) throws IOException {
    sample = Sample.of("coupled", Kind.LAYER, "acme.normalization", folder);
  }

  @AfterAll
  void close() throws IOException {
    sample.close();
  }

  /** 1, 2, 3, 4 have the mean 2.5 and the variance 1.25; the running ones start at 0 and 1. */
  @Test
  void oneStepMovesTheRunningStatisticsByATenth() {
    Network network =
        Network.of(sample.registry(), Shape.of(1), "acme.normalization, dense(units=1)");
    float[][] column = {{1}, {2}, {3}, {4}};
    Trainer trainer =
        Trainer.builder()
            .registry(sample.registry())
            .loss("mean_squared_error")
            .optimizer("sgd(learning_rate=0.1)")
            .epochs(1)
            .threads(2)
            .build();
    Model model = trainer.fit(network, Dataset.regression(column, column)).model();
    assertEquals(0.25f, model.parameter("0.acme.normalization.running_mean")[0], 1e-6f);
    assertEquals(1.025f, model.parameter("0.acme.normalization.running_variance")[0], 1e-6f);
  }

  /** (5 − 2)/√(3 + 1)·4 + 0.5 = 6.5 with ε = 1. */
  @Test
  void aPredictionUsesTheRunningStatistics() {
    Network network = Network.of(sample.registry(), Shape.of(1), "acme.normalization(epsilon=1)");
    Model model =
        Model.of(
            network,
            Map.of(
                "0.acme.normalization.gamma", new float[] {4},
                "0.acme.normalization.beta", new float[] {0.5f},
                "0.acme.normalization.running_mean", new float[] {2},
                "0.acme.normalization.running_variance", new float[] {3}));
    assertArrayEquals(new float[] {6.5f}, model.predict(new float[] {5}), 1e-6f);
  }

  @Test
  void gradientsAgreeWithCentralDifferences() {
    Network network =
        Network.of(
            sample.registry(),
            Shape.of(2),
            "acme.normalization, dense(units=3, activation=tanh), acme.normalization,"
                + " dense(units=1)");
    Dataset data = Dataset.regression(Grid.points(), Grid.products());
    new TrainingGradients(sample.registry(), network, data, "mean_squared_error")
        .check(
            "0.acme.normalization.gamma",
            "0.acme.normalization.beta",
            "1.dense.kernel",
            "1.dense.bias",
            "2.acme.normalization.gamma",
            "2.acme.normalization.beta",
            "3.dense.kernel",
            "3.dense.bias");
  }

  @Test
  void learnsOnTheClassPathAndOnTheModulePath() {
    Experiment experiment =
        Experiment.of(
            Grid.points(),
            Grid.products(),
            "dense(units=8), acme.normalization, activation(activation=tanh), dense(units=1)",
            400);
    Report report = Checks.learns(sample, "acme.coupled", experiment, 0.02);
    double[] validation = report.validationLosses();
    assertEquals(
        report.lastLoss(),
        validation[validation.length - 1],
        0.02,
        "the running statistics have followed those of the batches");
  }

  /** 36 rows in batches of 7 leave a last batch of 1 row, fewer than there are workers. */
  @Test
  void givesTheSameBitsForAnyNumberOfThreads() {
    Experiment experiment =
        Experiment.of(
                Grid.points(),
                Grid.products(),
                "acme.normalization, acme.normalization, dense(units=5, activation=tanh),"
                    + " acme.normalization, dense(units=1), acme.normalization",
                20)
            .withBatchSize(7);
    Checks.sameBitsForAnyThreads(sample, experiment);
  }
}

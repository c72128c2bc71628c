package dev.nn.tests.silence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainerBuilder;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters can be left out of weight decay, with every optimizer that has it. */
class WeightDecayTest {
  private static final Network NETWORK =
      Network.of(
          Shape.of(2),
          "dense(units=2, bias_initializer=ones)",
          "batch_normalization",
          "dense(units=2, activation=softmax)");

  /** Equal rows with both targets: every gradient but that of the last bias is 0. */
  private static final Dataset DATA =
      Dataset.classes(new float[][] {{0, 0}, {0, 0}}, new int[] {0, 1});

  private static TrainerBuilder trainer(String optimizer) {
    return Trainer.builder()
        .loss("categorical_crossentropy")
        .optimizer(optimizer)
        .epochs(1)
        .seed(3);
  }

  private static Model fit(TrainerBuilder trainer) {
    return trainer.build().fit(Model.initial(NETWORK, 3), DATA).model();
  }

  /** w − 0.1 · 0.5 · w = 0.95 w. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sgd",
        "adam",
        "adamw",
        "adamax",
        "nadam",
        "radam",
        "adabelief",
        "adafactor",
        "muon",
        "rmsprop",
        "adagrad",
        "adadelta",
        "lion",
        "rprop"
      })
  void whatIsLeftOutKeepsItsWeights(String optimizer) {
    String spec = optimizer + "(learning_rate=0.1, weight_decay=0.5)";
    assertArrayEquals(
        new float[] {0.95f, 0.95f}, fit(trainer(spec)).parameter("0.dense.bias"), 1e-6f);
    Model kernelsOnly = fit(trainer(spec).withoutWeightDecay("bias", "gamma", "beta"));
    assertArrayEquals(new float[] {1, 1}, kernelsOnly.parameter("0.dense.bias"));
    assertArrayEquals(new float[] {1, 1}, kernelsOnly.parameter("1.batch_normalization.gamma"));
    float before = Model.initial(NETWORK, 3).parameter("0.dense.kernel")[0];
    assertEquals(0.95f * before, kernelsOnly.parameter("0.dense.kernel")[0], 1e-6f);
    Model one = fit(trainer(spec).withoutWeightDecay("0.dense.bias"));
    assertArrayEquals(new float[] {1, 1}, one.parameter("0.dense.bias"));
    assertArrayEquals(
        new float[] {0.95f, 0.95f}, one.parameter("1.batch_normalization.gamma"), 1e-6f);
  }

  @Test
  void aNameThatTheNetworkLacksIsRefused() {
    assertEquals(
        "withoutWeightDecay: the network has no parameter biases; it has 0.dense.bias,"
            + " 0.dense.kernel, 1.batch_normalization.beta, 1.batch_normalization.gamma,"
            + " 1.batch_normalization.moving_mean, 1.batch_normalization.moving_variance,"
            + " 2.dense.bias, 2.dense.kernel, beta, bias, gamma, kernel, moving_mean,"
            + " moving_variance",
        assertThrows(NnException.class, () -> fit(trainer("adamw").withoutWeightDecay("biases")))
            .getMessage());
  }

  @Test
  void aRunGoesOnOnlyWithTheSameOnesLeftOut() {
    TrainerBuilder without = trainer("adamw").epochs(2).withoutWeightDecay("bias");
    try (TrainingSession session = without.build().start(NETWORK, DATA)) {
      session.step();
      assertThrows(
          NnException.class,
          () -> trainer("adamw").epochs(2).build().start(session.state(), DATA).close());
      without.build().start(session.state(), DATA).close();
    }
  }
}

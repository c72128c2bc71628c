package dev.nn.tests.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainerBuilder;
import dev.nn.core.TrainingResult;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.data.BundledData;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That nothing can be learnt is said before the first step where it shows, and else soon. */
@ResourceLock("warnings")
class NothingToLearnTest {
  private static final float[][] X = {{0, 1}, {1, 0}, {2, 2}, {3, 1}};
  private static final int[] Y = {0, 1, 1, 0};
  private static final int[] Y01 = {0, 1};

  private static TrainerBuilder trainer(String loss, String optimizer) {
    return Trainer.builder().loss(loss).optimizer(optimizer).epochs(10).threads(1).seed(1);
  }

  private static Network softmax() {
    return Network.of(Shape.of(2), "dense(units=2, activation=softmax)");
  }

  private static String warnings(TrainerBuilder trainer, Network network, Dataset data) {
    try (Warnings warnings = new Warnings()) {
      TrainingResult unused = trainer.build().fit(network, data);
      return String.join("\n", warnings.texts());
    }
  }

  @Test
  void weightsThatAddUpToNothingAreRefused() {
    Dataset data = Dataset.classes(X, Y);
    Dataset weightless = data.withWeights(0, 0, 0, 0);
    String loss = "categorical_crossentropy";
    assertEquals(
        "the weights of all 4 rows of the training set are 0, so nothing can be learnt from it:"
            + " give those that count a weight above 0",
        assertThrows(
                NnException.class, () -> trainer(loss, "adam").build().fit(softmax(), weightless))
            .getMessage());
    assertEquals(
        "the weights of all 4 rows of the training set, those of their classes included, are 0, so"
            + " nothing can be learnt from it: give those that count a weight above 0",
        assertThrows(
                NnException.class,
                () -> trainer(loss, "adam").classWeights(0, 0).build().fit(softmax(), data))
            .getMessage());
    assertEquals(
        "the weights of all 4 rows of the validation set are 0, so nothing can be judged by it:"
            + " give those that count a weight above 0",
        assertThrows(
                NnException.class,
                () -> trainer(loss, "adam").build().fit(softmax(), data, weightless))
            .getMessage());
  }

  @ParameterizedTest
  @CsvSource({"softmax, 1.0", "log_softmax, 0.0", "softmin, 1.0", "sparsemax, 1.0"})
  void anOutputThatCannotChangeIsRefused(String activation, String value) {
    Network network =
        Network.of(
            Shape.of(2),
            "dense(units=8, activation=relu), dense(units=1, activation=" + activation + ")");
    String message =
        assertThrows(
                NnException.class,
                () ->
                    trainer("binary_crossentropy", "adam")
                        .build()
                        .fit(network, Dataset.binary(X, Y)))
            .getMessage();
    assertEquals(
        "layer 1 (dense): %s of one unit is %s whatever comes in, so that nothing can be learnt: for yes or no give it activation=sigmoid, for k classes units=k"
            .formatted(activation, value),
        message);
    Network advised =
        Network.of(
            Shape.of(2), "dense(units=8, activation=relu), dense(units=1, activation=sigmoid)");
    assertEquals(
        "", warnings(trainer("binary_crossentropy", "adam"), advised, Dataset.binary(X, Y)));
  }

  /** Loss 40.5 is the mean of the logits, which only a loss that sees the logits can tell. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", flatten",
        ", reshape(shape=[1, 1])",
        ", dropout(rate=0)",
        ", gaussian_noise(stddev=0)",
        ", alpha_dropout(rate=0)",
        ", activation(activation=identity)",
        ", flatten, dropout(rate=0)"
      })
  void aLossLooksThroughLayersThatHandValuesOn(String behind) {
    Dataset data = Dataset.binary(new float[][] {{40}, {41}}, new int[] {0, 0});
    Network network =
        Network.of(Shape.of(1), "dense(units=1, activation=sigmoid, initializer=ones)" + behind);
    TrainingResult result =
        trainer("binary_crossentropy", "sgd(learning_rate=0.01)")
            .epochs(100)
            .build()
            .fit(network, data);
    assertEquals(40.5, result.history().get(0).loss(), 1e-4);
    assertTrue(result.history().get(99).loss() < 1, "last " + result.history().get(99));
  }

  @Test
  void aFirstStepWithoutEffectIsWarnedOf() {
    Network dead =
        Network.of(
            Shape.of(2),
            "dense(units=4, activation=relu, bias_initializer=constant(value=-100))",
            "dense(units=2, activation=softmax, bias=false)");
    Dataset data = Dataset.classes(X, Y);
    String loss = "categorical_crossentropy";
    assertTrue(
        warnings(trainer(loss, "sgd"), dead, data).contains("the first step changed no weight"));
    assertTrue(
        warnings(trainer(loss, "sgd(learning_rate=0)"), softmax(), data)
            .contains("since the learning rate is 0"));
    assertTrue(
        warnings(
                trainer(loss, "sgd(learning_rate=1e-30)"),
                Network.of(Shape.of(2), "dense(units=2, activation=softmax, bias=false)"),
                data)
            .contains("is too small"));
    assertTrue(
        warnings(trainer(loss, "sgd(learning_rate=1000)"), softmax(), data)
            .contains("the learning rate is 1000"));
  }

  @Test
  void aLayerOfDeadUnitsIsNamed() {
    Network dead =
        Network.of(
            Shape.of(2),
            "dense(units=4, activation=relu, bias_initializer=constant(value=-100))",
            "dense(units=2, activation=softmax)");
    String warnings =
        warnings(trainer("categorical_crossentropy", "sgd"), dead, Dataset.classes(X, Y));
    assertTrue(warnings.contains("all 4 units of layer 0 (dense) (relu) are dead"), warnings);
  }

  @Test
  void noBetterThanGuessingIsSaidHalfWay() {
    Random random = new Random(3);
    float[][] x = new float[200][3];
    int[] y = new int[200];
    for (int i = 0; i < x.length; i++) {
      y[i] = random.nextInt(2);
    }
    Network network = Network.of(Shape.of(3), "dense(units=2, activation=softmax)");
    String warnings =
        warnings(
            trainer("categorical_crossentropy", "adam").epochs(40), network, Dataset.classes(x, y));
    assertTrue(warnings.startsWith("after 20 epochs the loss is 0.68"), warnings);
    assertTrue(warnings.contains("no better than guessing"), warnings);
  }

  /** The features are finite, but the network makes infinities of them, and NaN of those. */
  @Test
  void aLossThatCannotBeMonitoredIsWarnedOfOnce() {
    Network network =
        Network.of(Shape.of(2), "dense(units=2, activation=softmax, initializer=ones)");
    Dataset huge = Dataset.classes(new float[][] {{3e38f, 3e38f}, {3e38f, 3e38f}}, Y01);
    try (Warnings warnings = new Warnings()) {
      TrainingResult result =
          trainer("categorical_crossentropy", "adam(learning_rate=reduce_on_plateau(initial=0.01))")
              .earlyStopping(5)
              .build()
              .fit(network, Dataset.classes(X, Y), huge);
      assertEquals(5, result.history().size());
      assertEquals(0, result.history().get(0).validationMetrics().get("accuracy"));
      assertEquals(
          1,
          warnings.texts().stream()
              .filter(text -> text.startsWith("the validation loss of epoch 1 is NaN"))
              .count(),
          () -> warnings.texts().toString());
    }
  }

  /** Without an example of class 0 there is no curve, and so no area under one. */
  @Test
  void aMetricThatCannotBeMonitoredIsWarnedOfOnce() {
    Dataset ofOneClass = Dataset.classes(X, new int[] {1, 1, 1, 1}, Targets.Classes.numbered(2));
    try (Warnings warnings = new Warnings()) {
      TrainingResult result =
          trainer("categorical_crossentropy", "adam")
              .earlyStopping("roc_auc", 3)
              .build()
              .fit(softmax(), Dataset.classes(X, Y), ofOneClass);
      assertEquals(3, result.history().size());
      assertEquals(OptionalInt.empty(), result.bestEpoch());
      assertEquals(
          List.of(
              "early stopping watches roc_auc, which is NaN in epoch 1: that counts as no"
                  + " improvement; look whether the validation set has examples of every class"),
          warnings.texts());
    }
  }

  @Test
  void frozenNetworksAreWarnedOf() {
    Network frozen = Network.of(Shape.of(2), "dense(units=2, activation=softmax, trainable=false)");
    assertTrue(
        warnings(trainer("categorical_crossentropy", "sgd"), frozen, Dataset.classes(X, Y))
            .startsWith("no parameter of the network is trainable"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dense(units=32, activation=relu)",
        "dense(units=32, activation=sigmoid)",
        "dense(units=32, activation=tanh), dropout(rate=0.3)",
        "batch_normalization, dense(units=16, activation=relu)",
        "normalization, dense(units=16, activation=gelu), dense(units=16, activation=gelu)"
      })
  void healthyRunsAreNotDisturbed(String hidden) {
    List<String> optimizers =
        List.of("adam", "sgd(learning_rate=0.1)", "rmsprop", "adamw", "lion(learning_rate=0.001)");
    for (String optimizer : optimizers) {
      Network network = Network.of(Shape.of(64), hidden + ", dense(units=10, activation=softmax)");
      assertEquals(
          "",
          warnings(trainer("categorical_crossentropy", optimizer), network, BundledData.digits()),
          optimizer);
    }
  }
}

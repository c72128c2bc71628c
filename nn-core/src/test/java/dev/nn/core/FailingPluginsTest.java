package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.api.Layer;
import dev.nn.api.Loss;
import dev.nn.api.NnException;
import dev.nn.api.Optimizer;
import dev.nn.api.PluginException;
import dev.nn.api.Shape;
import dev.nn.core.FailingPlugins.FailingActivation;
import dev.nn.core.FailingPlugins.FailingInitializer;
import dev.nn.core.FailingPlugins.FailingLayer;
import dev.nn.core.FailingPlugins.FailingLoss;
import dev.nn.core.FailingPlugins.FailingOptimizer;
import dev.nn.core.FailingPlugins.FailingSchedule;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.layer.Dense;
import dev.nn.core.loss.MeanSquaredError;
import dev.nn.core.metric.Metrics;
import dev.nn.core.plugin.PluginJars;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.Outcome;
import dev.nn.core.training.TrainingException;
import dev.nn.math.Matrix;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a plugin does wrong, the user learns which it was and which jar it came from. */
class FailingPluginsTest {
  private static final PluginRegistry REGISTRY = TestPlugins.registry();
  private static final Dataset DATA =
      Dataset.regression(new float[][] {{1, 0}, {2, 1}, {3, 1}}, new float[][] {{1}, {0}, {2}});
  private static final String PLACE = PluginJars.locationOf(FailingPlugins.class).toString();

  /** A network, a loss and an optimizer, one of which fails in one method. */
  private record Setting(Layer first, Loss loss, Optimizer optimizer) {
    static Setting of(String kind, String failing) {
      return new Setting(
          switch (kind) {
            case "activation" -> new Dense(2, new FailingActivation(failing));
            case "layer" -> new FailingLayer(failing);
            case "initializer" ->
                new Dense(2, Activation.named("identity"), new FailingInitializer(failing));
            default -> new Dense(2);
          },
          kind.equals("loss") ? new FailingLoss(failing) : new MeanSquaredError(),
          switch (kind) {
            case "optimizer" -> new FailingOptimizer(failing, new TestPlugins.Constant(0.1));
            case "schedule" -> new TestPlugins.Descent(new FailingSchedule(failing));
            default -> new TestPlugins.Descent();
          });
    }

    /** Between dense layers, so that the way backward goes through it. */
    Network network() {
      return Network.of(REGISTRY, Shape.of(2), new Dense(2), first, new Dense(1));
    }

    TrainingResult fit(int threads) {
      return Trainer.builder()
          .registry(REGISTRY)
          .loss(loss)
          .optimizer(optimizer)
          .exactThreads(threads)
          .build()
          .fit(network(), DATA, DATA);
    }
  }

  private static NnException failure(String kind, String problem, Executable code) {
    NnException e = assertThrows(NnException.class, code);
    String expected = kind + " \"acme." + kind + "\" failed in ";
    String message = String.valueOf(e.getMessage());
    assertTrue(message.contains(expected), message);
    String type = Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
    assertTrue(
        message.endsWith(
            problem + "; it is dev.nn.core.FailingPlugins$Failing" + type + " in " + PLACE),
        message);
    return e;
  }

  private static NnException failure(String kind, String method, Setting setting, int threads) {
    NnException e =
        failure(
            kind, ": IllegalStateException: out of order: " + method, () -> setting.fit(threads));
    assertEquals(
        "out of order: " + method,
        assertInstanceOf(IllegalStateException.class, e.getCause()).getMessage());
    return e;
  }

  @ParameterizedTest
  @CsvSource({
    "activation, value, 1",
    "activation, derivative, 1",
    "layer, forward, 1",
    "layer, backward, 1",
    "layer, parameterGradient, 1",
    "layer, forwardColumns, 1",
    "layer, backwardColumns, 1",
    "loss, value, -1",
    "loss, gradient, -1",
    "optimizer, prepare, -1",
    "optimizer, update, -1",
    "schedule, rate, -1",
    "schedule, epochEnded, -1",
  })
  void whatThrowsInAStepEndsTheRunWithPlaceAndName(String kind, String method, int layer) {
    for (int threads : new int[] {1, 2}) {
      TrainingException e =
          assertInstanceOf(
              TrainingException.class, failure(kind, method, Setting.of(kind, method), threads));
      assertEquals(1, e.epoch());
      assertEquals(1, e.step());
      assertEquals(layer < 0 ? OptionalInt.empty() : OptionalInt.of(layer), e.layer());
      assertTrue(
          e.getMessage().startsWith("training failed in epoch 1, step 1: " + kind), e.getMessage());
    }
  }

  @Test
  void anOptimizerOfTensorsIsNamedToo() {
    failure("optimizer", "update", Setting.of("optimizer", "update of tensors"), 1);
  }

  @ParameterizedTest
  @CsvSource({
    "layer, outputShape",
    "layer, parameters",
    "layer, needs",
    "layer, outputActivation",
    "layer, adaptation",
    "layer, accept",
    "layer, finish",
    "loss, targetColumns",
    "loss, checkTarget",
    "loss, checkPrediction",
    "loss, fuse",
    "optimizer, slots",
    "schedule, stateSize",
    "initializer, initialize",
  })
  void whatThrowsBeforeTheFirstStepIsNamedToo(String kind, String method) {
    assertInstanceOf(PluginException.class, failure(kind, method, Setting.of(kind, method), 1));
  }

  /** Only the first layer is asked. */
  @Test
  void aLayerThatThrowsAtAnExampleIsNamed() {
    Network network = Network.of(REGISTRY, Shape.of(2), new FailingLayer("checkFeatures"));
    Trainer trainer =
        Trainer.builder()
            .registry(REGISTRY)
            .loss(new MeanSquaredError())
            .optimizer(new TestPlugins.Descent())
            .build();
    Dataset pairs = Dataset.regression(new float[][] {{1, 0}}, new float[][] {{1, 2}});
    failure("layer", "out of order: checkFeatures", () -> trainer.fit(network, pairs));
  }

  @Test
  void whatThrowsInPredictionIsNamedOnEveryRoad() {
    Model model = Model.initial(Setting.of("activation", "value").network(), 0);
    String problem = "forward of layer 1 (dense): IllegalStateException: out of order: value";
    List<Executable> roads =
        List.of(
            () -> model.predict(new float[] {1, 2}),
            () -> model.predict(new double[] {1, 2}),
            () -> model.predict(new float[][] {{1, 2}}),
            () -> model.predict(Matrix.zeros(3, 2), Matrix.zeros(3, 1)),
            () -> model.predict(DATA),
            () -> model.predictLabel(new float[] {1, 2}),
            () -> model.evaluate(DATA, Metrics.of("mean_absolute_error")),
            () -> model.health(DATA));
    for (Executable road : roads) {
      NnException e = failure("activation", problem, road);
      assertInstanceOf(PluginException.class, e);
      assertInstanceOf(IllegalStateException.class, e.getCause());
    }
  }

  @Test
  void aLargePredictionThatIsSharedOutNamesThePluginToo() {
    Network network =
        Network.of(
            REGISTRY, Shape.of(2), new Dense(4000), new Dense(1, new FailingActivation("value")));
    Model model = Model.initial(network, 0);
    failure(
        "activation",
        "out of order: value",
        () -> model.predict(Matrix.zeros(2000, 2), Matrix.zeros(2000, 1)));
  }

  @Test
  void theHealthOfUnitsNamesThePluginWhoseDerivativeThrows() {
    Model model = Model.initial(Setting.of("activation", "derivative").network(), 0);
    failure("activation", "out of order: derivative", () -> model.health(DATA));
  }

  @Test
  void aLayerThatWritesOutsideIsNamed() {
    TrainingException e =
        assertInstanceOf(
            TrainingException.class,
            assertThrows(NnException.class, () -> Setting.of("layer", "outside").fit(1)));
    assertInstanceOf(ArrayIndexOutOfBoundsException.class, e.getCause());
    assertTrue(e.getMessage().contains("layer \"acme.layer\" failed in forward"), e.getMessage());
    assertTrue(e.getMessage().contains(PLACE), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          activation | nan            | layer 1 (dense) is the first that is not finite
          activation | nan derivative | weights of layer
          loss       | nan            | all outputs are finite, but the loss of them is not
          optimizer  | nan            | weights of layer 0 (dense) are no longer finite
          schedule   | nan            | the schedule acme.schedule gives the learning rate NaN
          """)
  void aRunThatDivergesNamesThePluginsOfOthersThatMayBeWhy(
      String kind, String failing, String problem) {
    TrainingResult result = Setting.of(kind, failing).fit(2);
    assertEquals(Outcome.DIVERGED, result.outcome());
    String message = String.valueOf(result.failure().orElseThrow().getMessage());
    assertTrue(message.contains(problem), message);
    assertTrue(
        message.contains(kind + " \"acme." + kind + "\", dev.nn.core.FailingPlugins$Failing"),
        message);
    assertTrue(message.contains(PLACE), message);
  }

  @Test
  void aPredictionWithoutAnAnswerNamesThePluginsOfOthers() {
    Network network = Network.of(REGISTRY, Shape.of(2), new Dense(2, new FailingActivation("nan")));
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () -> Model.initial(network, 0).predictLabel(new float[] {1, 2}));
    assertTrue(e.getMessage().contains("is NaN, so the prediction is no answer"), e.getMessage());
    assertTrue(
        e.getMessage()
            .contains(
                "activation \"acme.activation\", dev.nn.core.FailingPlugins$FailingActivation in "
                    + PLACE),
        e.getMessage());
  }

  @Test
  void anInitializerThatGivesNoNumbersIsNamed() {
    failure(
        "initializer",
        "initialize of 1.dense.kernel: the initializer acme.initializer gives 1.dense.kernel"
            + " values that are not finite numbers",
        () -> Model.initial(Setting.of("initializer", "nan").network(), 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatTheUsersOwnCodeThrowsStaysAsItIs(int threads) {
    Trainer trainer =
        Trainer.builder()
            .registry(REGISTRY)
            .loss(new MeanSquaredError())
            .optimizer(new TestPlugins.Descent())
            .exactThreads(threads)
            .metric("mine", (predictions, targets) -> failed())
            .build();
    Network network = Network.of(REGISTRY, Shape.of(2), new Dense(1));
    assertEquals(
        "my own",
        assertThrows(UnsupportedOperationException.class, () -> trainer.fit(network, DATA, DATA))
            .getMessage());
  }

  private static double failed() {
    throw new UnsupportedOperationException("my own");
  }
}

package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.nn.api.Kind;
import dev.nn.api.Layer;
import dev.nn.api.Loss;
import dev.nn.api.Optimizer;
import dev.nn.api.Plugin;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.layer.Flatten;
import dev.nn.core.metric.Metrics;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.Checkpoints;
import dev.nn.math.Matrix;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A null is refused where it is passed, by the name of the argument. */
class NullArgumentsTest {
  private static final PluginRegistry REGISTRY = TestPlugins.registry();
  private static final Shape SHAPE = Shape.of(2);
  private static final Network NETWORK = Network.of(REGISTRY, SHAPE, "dense(units=1)");
  private static final Model MODEL = Model.initial(NETWORK, 1);
  private static final float[][] X = {{1, 2}, {3, 4}};
  private static final Dataset DATA = Dataset.binary(X, new int[] {0, 1});
  private static final Path FILE = Path.of("nothing-is-written-here");
  private static final Trainer TRAINER =
      Trainer.builder()
          .registry(REGISTRY)
          .loss("mean_squared_error")
          .optimizer("sgd(learning_rate=0.5)")
          .checkpoints(Checkpoints.in(FILE))
          .build();

  @ParameterizedTest(name = "{index}: {0}")
  @MethodSource({"networks", "models", "data", "trainers", "registries"})
  void theArgumentIsNamed(String argument, Executable call) {
    assertEquals(argument, assertThrows(NullPointerException.class, call).getMessage());
  }

  static Stream<Arguments> networks() {
    return Stream.of(
        given("layers[0]", () -> Network.of(SHAPE, (String) null)),
        given("layers[1]", () -> Network.of(REGISTRY, SHAPE, "flatten", null)),
        given("layers[1]", () -> Network.of(REGISTRY, SHAPE, new Flatten(), null)),
        given("layers", () -> Network.of(REGISTRY, SHAPE, (String[]) null)),
        given("layers", () -> Network.of(REGISTRY, SHAPE, (Layer[]) null)),
        given("input", () -> Network.of(REGISTRY, null, "flatten")),
        given("registry", () -> Network.of(null, SHAPE, "flatten")),
        given("registry", () -> Network.of(null, SHAPE, new Flatten())));
  }

  static Stream<Arguments> models() {
    return Stream.of(
        given("network", () -> Model.initial(null, 1)),
        given("network", () -> Model.of(null, Map.of())),
        given("weights", () -> Model.of(NETWORK, null)),
        given("file", () -> MODEL.save((Path) null)),
        given("out", () -> MODEL.save((OutputStream) null)),
        given("file", () -> Model.load((Path) null)),
        given("registry", () -> Model.load(FILE, null)),
        given("in", () -> Model.load((InputStream) null, REGISTRY)),
        given("bytes", () -> Model.load((byte[]) null, REGISTRY)),
        given("registry", () -> Model.load(new byte[0], null)),
        given("name", () -> MODEL.parameter(null)),
        given("name", () -> MODEL.parameterShape(null)),
        given("features", () -> MODEL.predict((float[]) null)),
        given("features", () -> MODEL.predictLabel((float[]) null)),
        given("features", () -> MODEL.predict((float[][]) null)),
        given("features[1]", () -> MODEL.predict(new float[][] {{1, 2}, null})),
        given("features", () -> MODEL.predict(null, Matrix.zeros(1, 1))),
        given("predictions", () -> MODEL.predict(Matrix.zeros(1, 2), null)),
        given("data", () -> MODEL.predict((Dataset) null)),
        given("data", () -> MODEL.evaluate(null, Metrics::accuracy)),
        given("metric", () -> MODEL.evaluate(DATA, null)),
        given("data", () -> MODEL.health(null)),
        given("file", () -> SavedFile.read(null)),
        given("file", () -> SavedFile.read(null, REGISTRY)),
        given("registry", () -> SavedFile.read(FILE, null)),
        given("file", () -> TrainingState.load(null, REGISTRY)),
        given("registry", () -> TrainingState.load(FILE, null)));
  }

  static Stream<Arguments> data() {
    return Stream.of(
        given("features", () -> Dataset.classes((float[][]) null, new int[] {0, 1})),
        given("features", () -> Dataset.classes((double[][]) null, new int[] {0, 1})),
        given("features[1]", () -> Dataset.binary(new float[][] {{1}, null}, new int[] {0, 1})),
        given("features[0]", () -> Dataset.binary(new double[][] {null}, new int[] {0})),
        given("labels", () -> Dataset.classes(X, (int[]) null)),
        given("labels", () -> Dataset.binary(X, (int[]) null)),
        given("classes", () -> Dataset.classes(X, new int[] {0, 1}, null)),
        given("oneHot", () -> Dataset.classes(X, (float[][]) null)),
        given("oneHot[1]", () -> Dataset.classes(X, new float[][] {{1, 0}, null})),
        given("targets", () -> Dataset.regression(X, (float[]) null)),
        given("targets", () -> Dataset.regression(X, (float[][]) null)),
        given("targets", () -> Dataset.regression(new double[][] {{1}}, (double[][]) null)));
  }

  static Stream<Arguments> trainers() {
    return Stream.of(
        given("registry", () -> Trainer.builder().registry(null)),
        given("spec", () -> Trainer.builder().loss((String) null)),
        given("loss", () -> Trainer.builder().loss((Loss) null)),
        given("spec", () -> Trainer.builder().optimizer((String) null)),
        given("optimizer", () -> Trainer.builder().optimizer((Optimizer) null)),
        given("weights", () -> Trainer.builder().classWeights((double[]) null)),
        given("rule", () -> Trainer.builder().earlyStopping(null)),
        given("checkpoints", () -> Trainer.builder().checkpoints(null)),
        given("spec", () -> Trainer.builder().metric(null)),
        given("name", () -> Trainer.builder().metric(null, Metrics::accuracy)),
        given("metric", () -> Trainer.builder().metric("mine", null)),
        given("listener", () -> Trainer.builder().listener(null)),
        given("network", () -> TRAINER.fit((Network) null, DATA)),
        given("model", () -> TRAINER.fit((Model) null, DATA, DATA)),
        given("state", () -> TRAINER.start((TrainingState) null, DATA)),
        given("train", () -> TRAINER.fit(NETWORK, null)),
        given("validation", () -> TRAINER.fit(NETWORK, DATA, null)),
        given("validation", () -> TRAINER.start(MODEL, DATA, null)),
        given("network", () -> TRAINER.resume(null, DATA)),
        given("train", () -> TRAINER.resume(NETWORK, null)),
        given("validation", () -> TRAINER.resume(NETWORK, DATA, null)),
        given("folder", () -> Checkpoints.in(null)),
        given("every", () -> Checkpoints.in(FILE).every((Duration) null)),
        given("folder", () -> TrainingState.newest(null, REGISTRY)),
        given("registry", () -> TrainingState.newest(FILE, null)),
        given("spec", () -> Metrics.of((String) null)));
  }

  static Stream<Arguments> registries() {
    return Stream.of(
        given("loader", () -> PluginRegistry.load((ClassLoader) null)),
        given("layer", () -> PluginRegistry.load((ModuleLayer) null)),
        given("plugins", () -> PluginRegistry.of((Plugin[]) null)),
        given("plugins[0]", () -> REGISTRY.with((Plugin) null)),
        given("other", () -> REGISTRY.and(null)),
        given("kind", () -> REGISTRY.prefer(null, "relu", "a.B")),
        given("name", () -> REGISTRY.prefer(Kind.LAYER, null, "a.B")),
        given("className", () -> REGISTRY.prefer(Kind.LAYER, "dense", null)),
        given("spec", () -> REGISTRY.activation((String) null)),
        given("spec", () -> REGISTRY.optimizer((String) null)),
        given("plugin", () -> REGISTRY.resolve(null)),
        given("plugin", () -> REGISTRY.knows(null)),
        given("kind", () -> REGISTRY.names(null)),
        given("kind", () -> REGISTRY.plugins(null)),
        given("name", () -> REGISTRY.origin(Kind.LAYER, null)),
        given("plugin", () -> REGISTRY.origin(null)));
  }

  private static Arguments given(String argument, Executable call) {
    return arguments(argument, call);
  }
}

package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Layer;
import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.internal.saved.SettingsText;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be saved can be loaded, however much it is. */
class LargeFilesTest {
  private static final PluginRegistry REGISTRY = TestPlugins.registry();

  @TempDir private Path folder;

  private static TrainerBuilder builder() {
    return Trainer.builder()
        .registry(REGISTRY)
        .loss("categorical_crossentropy")
        .optimizer("sgd(learning_rate=0.1)")
        .epochs(1)
        .threads(1)
        .seed(3);
  }

  private static Network network(int classes) {
    return Network.of(REGISTRY, Shape.of(1), "dense(units=" + classes + ", activation=sigmoid)");
  }

  private static Dataset oneRow(int classes) {
    List<String> labels = IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    return Dataset.classes(new float[][] {{1}}, new int[] {0}, new Targets.Classes(labels));
  }

  @Test
  void aModelOfManyClassesIsLoadedWithAllItsLabels() {
    int classes = 100_001;
    Model model = builder().build().fit(network(classes), oneRow(classes)).model();
    Model loaded = Model.load(model.toBytes(), REGISTRY);
    assertEquals(model.targets(), loaded.targets());
    assertEquals(model.weightsSha256(), loaded.weightsSha256());
  }

  @Test
  void aRunWithManyClassWeightsIsResumed() throws IOException {
    int classes = 20_001;
    double[] weights = new double[classes];
    Arrays.fill(weights, 2);
    Checkpoints checkpoints = Checkpoints.in(folder);
    Dataset data = oneRow(classes);
    TrainerBuilder builder = builder().classWeights(weights).checkpoints(checkpoints);
    builder.build().fit(network(classes), data);
    assertEquals(2, builder.epochs(2).build().resume(network(classes), data).history().size());
    weights[classes - 1] = 3;
    Trainer other = builder.classWeights(weights).epochs(3).build();
    NnException e = assertThrows(NnException.class, () -> other.resume(network(classes), data));
    assertTrue(
        e.getMessage().contains("class weights: then \"20001 numbers, sha256 "), e.getMessage());
  }

  /** As checkpoints were written before. */
  @Test
  void aTextWithALongListOfClassWeightsIsOfTheSameRun() {
    int classes = 2_000;
    double[] weights = new double[classes];
    Arrays.fill(weights, 0.5);
    String now;
    try (TrainingSession session =
        builder().classWeights(weights).build().start(network(classes), oneRow(classes))) {
      now = session.state().settings();
    }
    String list = String.join(", ", Collections.nCopies(classes, "0.5"));
    String then = now.replaceFirst("class_weights=\"[^\"]*\"", "class_weights=[" + list + "]");
    assertTrue(then.length() > now.length(), now);
    SettingsText.check(then, now);
    String others = then.replaceFirst("\\[0\\.5", "[0.25");
    assertThrows(NnException.class, () -> SettingsText.check(others, now));
  }

  @Test
  void aNetworkThatNoFileCouldGiveBackIsNotSaved() throws IOException {
    Layer[] layers = new Layer[20_001];
    Arrays.fill(layers, REGISTRY.layer("flatten"));
    Network network = Network.of(REGISTRY, Shape.of(1), layers);
    Model model = Model.initial(network, 1);
    String expected =
        "a network of 20001 layers cannot be saved, because its file could not be read again:"
            + " more than 20000 values in one text";
    NnException e = assertThrows(NnException.class, () -> model.save(folder.resolve("model")));
    assertTrue(e.getMessage().startsWith(expected), e.getMessage());
    Path runs = folder.resolve("runs");
    Trainer trainer =
        builder().loss("mean_squared_error").checkpoints(Checkpoints.in(runs)).build();
    Dataset data = Dataset.regression(new float[][] {{1}}, new float[] {1});
    NnException atStart = assertThrows(NnException.class, () -> trainer.start(network, data));
    assertTrue(atStart.getMessage().startsWith(expected), atStart.getMessage());
    assertFalse(Files.exists(runs));
  }
}

package dev.nn.tests.reliability.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Kind;
import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.TrainingState;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.training.TrainingException;
import dev.nn.tests.reliability.Figures;
import dev.nn.tests.reliability.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is saved and loaded is the same, over networks of all layers, activations, optimizers. */
class RoundTripTest {
  private static final int FEATURES = 6;

  @TempDir private Path folder;

  private int states;

  @Test
  void generatedNetworksComeBackBitForBit() throws IOException {
    roundTrips(40, 1);
  }

  @Test
  @Tag("exhaustive")
  void twoThousandGeneratedNetworksComeBackBitForBit() throws IOException {
    roundTrips(2_000, 2);
  }

  private void roundTrips(int count, long seed) throws IOException {
    List<String> optimizers = Samples.REGISTRY.names(Kind.OPTIMIZER).stream().sorted().toList();
    Set<String> layers = new HashSet<>();
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      List<String> specs = layers(random);
      specs.forEach(spec -> layers.add(spec.replaceAll("\\(.*", "")));
      String optimizer = optimizers.get(i % optimizers.size());
      check(String.join(", ", specs), optimizer, "seed " + seed + ", network " + i);
    }
    Set<String> all = new HashSet<>(Samples.REGISTRY.names(Kind.LAYER));
    all.removeAll(layers);
    assertEquals(Set.of(), all, "layers that no network had");
    assertTrue(count >= optimizers.size(), "every optimizer");
    Figures.show(
        "equal",
        "%d networks of %d layers with %d optimizers, and %d checkpoints of theirs"
            .formatted(count, layers.size(), optimizers.size(), states));
    assertTrue(states >= count * 0.99, () -> "only " + states + " of them had a checkpoint");
  }

  private void check(String layers, String optimizer, String what) throws IOException {
    String text = what + ": " + layers + " with " + optimizer;
    boolean isEmbedded = layers.startsWith("embedding");
    Dataset data = data(isEmbedded);
    Network network;
    try {
      network = Network.of(Samples.REGISTRY, Shape.of(FEATURES), layers);
    } catch (NnException e) {
      throw new AssertionError(text, e);
    }
    Trainer trainer =
        Trainer.builder()
            .registry(Samples.REGISTRY)
            .loss("mean_squared_error")
            .optimizer(optimizer)
            .batchSize(7)
            .epochs(2)
            .threads(1)
            .earlyStopping(2)
            .build();
    try (TrainingSession session = trainer.start(network, data)) {
      boolean isGoing = stepsOf(session);
      Model model = session.model();
      byte[] saved = model.toBytes();
      Model loaded = Model.load(saved, Samples.REGISTRY);
      assertArrayEquals(saved, loaded.toBytes(), text);
      assertEquals(model.weightsSha256(), loaded.weightsSha256(), text);
      assertArrayEquals(model.predict(data).data(), loaded.predict(data).data(), text);
      if (isGoing) {
        checkState(session.state(), text);
        states++;
      }
    }
  }

  /** Four, or fewer where a wild network diverges; whether it has not, and so has a state. */
  private static boolean stepsOf(TrainingSession session) {
    try {
      for (int i = 0; i < 4; i++) {
        session.step();
      }
      return true;
    } catch (TrainingException e) {
      assertTrue(session.steps() > 0, e.getMessage());
      return false;
    }
  }

  private void checkState(TrainingState state, String text) throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    state.save(first);
    TrainingState.load(first, Samples.REGISTRY).save(second);
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second), text);
  }

  /** Whole numbers for an embedding, numbers around zero for the rest. */
  private static Dataset data(boolean isEmbedded) {
    Random random = new Random(3);
    float[][] features = new float[20][FEATURES];
    float[] targets = new float[20];
    for (int i = 0; i < targets.length; i++) {
      for (int j = 0; j < FEATURES; j++) {
        features[i][j] = isEmbedded ? random.nextInt(5) : (float) random.nextGaussian();
      }
      targets[i] = (float) random.nextGaussian();
    }
    return Dataset.regression(features, targets);
  }

  private static List<String> layers(Random random) {
    List<String> specs = new ArrayList<>();
    if (random.nextInt(4) == 0) {
      specs.add("embedding(vocabulary=5, units=2)");
      specs.add("flatten");
    }
    int hidden = 1 + random.nextInt(4);
    List<String> activations = activations();
    for (int i = 0; i < hidden; i++) {
      String activation = activations.get(random.nextInt(activations.size()));
      int units = 2 * (1 + random.nextInt(4));
      specs.add(
          switch (random.nextInt(12)) {
            case 0 -> "batch_normalization";
            case 1 -> "layer_normalization";
            case 2 -> "dropout(rate=0.25)";
            case 3 -> "alpha_dropout(rate=0.1)";
            case 4 -> "gaussian_noise(stddev=0.1)";
            case 5 -> "prelu";
            case 6 -> "activation(activation=" + activation + ")";
            case 7 -> "flatten";
            case 8 -> "normalization";
            default -> "dense(units=" + units + ", activation=" + activation + ")";
          });
    }
    if (random.nextInt(4) == 0) {
      specs.add("dense(units=6)");
      specs.add("reshape(shape=[2, 3])");
      specs.add("flatten");
    }
    if (random.nextInt(3) == 0) {
      String activation = activations.get(random.nextInt(activations.size()));
      specs.add("dense(units=4)");
      specs.add("residual(layers=[dense(units=3, activation=" + activation + "), dense(units=4)])");
      specs.add("parallel(branches=[dense(units=2), prelu])");
      specs.add("sequence(layers=[dense(units=3), dropout(rate=0.2)])");
    }
    specs.add("dense(units=1)");
    return specs;
  }

  private static List<String> activations() {
    return Samples.REGISTRY.names(Kind.ACTIVATION).stream().sorted().toList();
  }
}

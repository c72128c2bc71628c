package dev.nn.tests.reliability;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainerBuilder;
import dev.nn.core.TrainingSession;
import dev.nn.core.TrainingState;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Models, data and runs for the tests. */
public final class Samples {
  public static final PluginRegistry REGISTRY = PluginRegistry.load();

  private static final int FEATURES = 8;
  private static final int CLASSES = 3;
  private static final int ROWS = 40;

  private Samples() {}

  /** An untrained model whose file has at least so many bytes, and few more. */
  public static byte[] modelOfAtLeast(int bytes) {
    int units = Math.max(1, (bytes - 900) / (Float.BYTES * (FEATURES + CLASSES + 1)) - 20);
    byte[] file;
    do {
      file = Model.initial(network(units), 1).toBytes();
      units++;
    } while (file.length < bytes);
    return file;
  }

  /** A network for {@link #points}. */
  public static Network network(int units) {
    return Network.of(
        REGISTRY,
        Shape.of(FEATURES),
        "dense(units=%d, activation=tanh), dense(units=%d, activation=softmax)"
            .formatted(units, CLASSES));
  }

  /** Random points with random classes. */
  public static Dataset points() {
    Random random = new Random(7);
    float[][] features = new float[ROWS][FEATURES];
    int[] labels = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < FEATURES; j++) {
        features[i][j] = (float) random.nextGaussian();
      }
      labels[i] = i % CLASSES;
    }
    return Dataset.classes(features, labels);
  }

  /** A trainer for {@link #points}, in batches of which the last of an epoch is smaller. */
  public static TrainerBuilder trainer(String optimizer) {
    return Trainer.builder()
        .registry(REGISTRY)
        .loss("categorical_crossentropy")
        .optimizer(optimizer)
        .batchSize(16)
        .threads(1)
        .seed(11);
  }

  /** The file of a checkpoint with everything that there is in one. */
  public static byte[] checkpoint(Path folder) throws IOException {
    Trainer trainer = trainer("adam").epochs(5).earlyStopping(3).validationSplit(0.2).build();
    try (TrainingSession session = trainer.start(network(4), points())) {
      for (int i = 0; i < 5; i++) {
        session.step();
      }
      Path file = folder.resolve("sample");
      session.state().save(file);
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      return bytes;
    }
  }

  /** Reads the bytes of a checkpoint by way of a file. */
  public static TrainingState state(byte[] bytes, Path file) throws IOException {
    rewrite(file, bytes);
    return TrainingState.load(file, REGISTRY);
  }

  /**
   * Writes a file again and again, quickly: a file that is emptied before it is filled again would
   * be forced to the disk by some file systems.
   */
  public static void rewrite(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, CREATE, WRITE)) {
      channel.write(ByteBuffer.wrap(bytes));
      channel.truncate(bytes.length);
    }
  }
}

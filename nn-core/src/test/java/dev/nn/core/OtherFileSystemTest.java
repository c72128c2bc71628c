package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.ModelFormatException;
import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.Checkpoints;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models in a zip file, the file system that every JDK has besides the computer's own. */
class OtherFileSystemTest {
  private static final PluginRegistry REGISTRY = TestPlugins.registry();
  private static final Dataset DATA =
      Dataset.regression(new float[][] {{1, 2}, {3, 4}}, new float[] {1, 2});

  @TempDir private Path folder;
  private FileSystem zip = FileSystems.getDefault();

  @BeforeEach
  void makeAZipFile() throws IOException {
    zip = FileSystems.newFileSystem(folder.resolve("models.zip"), Map.of("create", "true"));
  }

  @AfterEach
  void close() throws IOException {
    zip.close();
  }

  private static Network network() {
    return Network.of(REGISTRY, Shape.of(2), "dense(units=3, activation=tanh), dense(units=1)");
  }

  private static Model model() {
    return Model.initial(network(), 1);
  }

  private static TrainingSession start(TrainerBuilder trainer) {
    return trainer
        .registry(REGISTRY)
        .loss("mean_squared_error")
        .optimizer("sgd(learning_rate=0.1)")
        .threads(1)
        .build()
        .start(network(), DATA);
  }

  @Test
  void aModelIsReadOutOfIt() throws IOException {
    Path file = Files.write(zip.getPath("a.safetensors"), model().toBytes());
    assertArrayEquals(model().toBytes(), Model.load(file, REGISTRY).toBytes());
    SavedFile saved = SavedFile.read(file);
    assertEquals(model().toBytes().length, saved.bytes());
  }

  @Test
  void checkpointsAreReadOutOfItToo() throws IOException {
    Path saved = folder.resolve("state");
    try (TrainingSession session = start(Trainer.builder())) {
      session.step();
      session.state().save(saved);
    }
    Path file = zip.getPath("/runs/checkpoint-000000000001.safetensors");
    Files.createDirectory(zip.getPath("/runs"));
    Files.copy(saved, file);
    assertEquals(1, TrainingState.load(file, REGISTRY).steps());
    assertEquals(1, TrainingState.newest(zip.getPath("/runs"), REGISTRY).orElseThrow().steps());
  }

  @Test
  void whatIsWrongThereHasTheSameErrors() throws IOException {
    Path none = zip.getPath("none");
    NoSuchFileException e =
        assertThrows(NoSuchFileException.class, () -> Model.load(none, REGISTRY));
    assertTrue(String.valueOf(e.getMessage()).contains("none"), e.getMessage());
    byte[] bytes = model().toBytes();
    Path damaged = Files.write(zip.getPath("damaged"), Arrays.copyOf(bytes, bytes.length - 1));
    ModelFormatException truncated =
        assertThrows(ModelFormatException.class, () -> Model.load(damaged, REGISTRY));
    assertEquals(bytes.length - 1, truncated.offset());
    assertTrue(truncated.getMessage().startsWith("damaged, byte "), truncated.getMessage());
  }

  @Test
  void toSaveThereIsRefusedAndTheMessageSaysHowItIsDone() throws IOException {
    Path file = Files.writeString(zip.getPath("model"), "old");
    IOException e = assertThrows(IOException.class, () -> model().save(file));
    assertEquals(
        "model is not in the default file system, where alone a file is replaced safely: save to a"
            + " file there, and copy that with Files.copy",
        e.getMessage());
    assertEquals("old", Files.readString(file));
    Path saved = folder.resolve("model");
    model().save(saved);
    Files.copy(saved, zip.getPath("copy"));
    try (OutputStream out = Files.newOutputStream(file)) {
      model().save(out);
    }
    assertArrayEquals(model().toBytes(), Model.load(zip.getPath("copy"), REGISTRY).toBytes());
    assertArrayEquals(model().toBytes(), Model.load(file, REGISTRY).toBytes());
  }

  @Test
  void checkpointsThereAreRefusedBeforeTheRun() {
    Path there = zip.getPath("/runs");
    NnException e = assertThrows(NnException.class, () -> Checkpoints.in(there));
    assertEquals(
        "checkpoints need a folder of the default file system, where files can be replaced safely,"
            + " not /runs",
        e.getMessage());
  }
}

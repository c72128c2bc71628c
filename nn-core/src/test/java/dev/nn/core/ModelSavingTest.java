package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nn.api.ModelFormatException;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.Checkpoints;
import dev.nn.core.training.TrainingSummary;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ModelSavingTest {
  private static final PluginRegistry REGISTRY = TestPlugins.registry();
  private static final float[] EXAMPLE = {0.5f, -2};

  @TempDir private Path folder;

  private static Trainer trainer() {
    return builder().build();
  }

  private static TrainerBuilder builder() {
    return Trainer.builder()
        .registry(REGISTRY)
        .loss("categorical_crossentropy")
        .optimizer("sgd(learning_rate=0.3)")
        .batchSize(2)
        .epochs(2)
        .threads(1)
        .seed(4);
  }

  private static Network network() {
    return Network.of(
        REGISTRY,
        Shape.of(2),
        "dense(units=3, activation=tanh), dense(units=2, activation=sigmoid)");
  }

  private static Dataset data() {
    return Dataset.classes(
        new float[][] {{0, 0}, {0, 1}, {1, 0}},
        new int[] {0, 1, 1},
        new Targets.Classes(List.of("even", "odd")));
  }

  private static Model trained() {
    return trainer().fit(network(), data()).model();
  }

  @Test
  void fileStreamAndArrayHoldTheSameBytes() throws IOException {
    Model model = trained();
    Path file = folder.resolve("model");
    model.save(file);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    model.save(stream);
    assertArrayEquals(model.toBytes(), Files.readAllBytes(file));
    assertArrayEquals(model.toBytes(), stream.toByteArray());
  }

  /** As the thread of a run that an interrupt has ended. */
  @Test
  void anInterruptedThreadSavesLoadsAndLocks() throws IOException {
    Path file = folder.resolve("model");
    Path checkpoints = folder.resolve("c");
    Trainer trainer = builder().checkpoints(Checkpoints.in(checkpoints)).build();
    trainer.fit(network(), data());
    Model model = trained();
    Thread.currentThread().interrupt();
    try {
      model.save(file);
      assertIsTheSame(model, Model.load(file, REGISTRY));
      TrainingState state = TrainingState.newest(checkpoints, REGISTRY).orElseThrow();
      state.save(checkpoints.resolve("copy"));
      assertEquals(
          state.steps(), TrainingState.load(checkpoints.resolve("copy"), REGISTRY).steps());
      assertIsTheSame(model, trainer.resume(network(), data()).model());
    } finally {
      assertTrue(Thread.interrupted(), "whoever interrupted is not forgotten");
    }
  }

  @Test
  void fileStreamAndArrayGiveTheModelBack() throws IOException {
    Model model = trained();
    Path file = folder.resolve("model");
    model.save(file);
    assertIsTheSame(model, Model.load(file, REGISTRY));
    assertIsTheSame(model, Model.load(model.toBytes(), REGISTRY));
    try (InputStream in = Files.newInputStream(file)) {
      assertIsTheSame(model, Model.load(in, REGISTRY));
      assertEquals(-1, in.read());
    }
  }

  private static void assertIsTheSame(Model expected, Model found) {
    assertEquals(expected.weightsSha256(), found.weightsSha256());
    assertEquals(expected.network().spec(), found.network().spec());
    assertEquals(expected.network().inputShape(), found.network().inputShape());
    assertArrayEquals(expected.predict(EXAMPLE), found.predict(EXAMPLE));
    assertEquals(Optional.of(new Targets.Classes(List.of("even", "odd"))), found.targets());
    TrainingSummary training = found.training().orElseThrow();
    assertEquals(4, training.seed());
    assertEquals(2, training.epochs());
    assertEquals(4, training.steps());
    assertArrayEquals(expected.toBytes(), found.toBytes());
  }

  @Test
  void aModelThatHasLearntNothingIsSavedToo() {
    Model initial = Model.initial(network(), 1);
    Model loaded = Model.load(initial.toBytes(), REGISTRY);
    assertEquals(initial.weightsSha256(), loaded.weightsSha256());
    assertEquals(Optional.empty(), loaded.targets());
    assertEquals(Optional.empty(), loaded.training());
  }

  @Test
  void streamsAreLeftOpen() throws IOException {
    boolean[] closed = {false};
    OutputStream out =
        new FilterOutputStream(new ByteArrayOutputStream()) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    trained().save(out);
    assertEquals(false, closed[0]);
  }

  @Test
  void theErrorOfAStreamIsPassedOn() {
    IOException torn = new IOException("connection reset");
    byte[] bytes = trained().toBytes();
    InputStream in =
        new InputStream() {
          private int position;

          @Override
          public int read() throws IOException {
            if (position == 100) {
              throw torn;
            }
            return bytes[position++] & 0xff;
          }
        };
    // Streams that read more than a byte at a time hold an error back until the next read.
    assertSame(torn, assertThrows(IOException.class, () -> Model.load(in, REGISTRY)));
  }

  @Test
  void theErrorOfAStreamThatIsWrittenToIsPassedOn() {
    IOException full = new IOException("No space left on device");
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw full;
          }
        };
    Model model = trained();
    assertSame(full, assertThrows(IOException.class, () -> model.save(out)));
  }

  @Test
  void aMissingFileIsNamed() {
    Path none = folder.resolve("none");
    NoSuchFileException e =
        assertThrows(NoSuchFileException.class, () -> Model.load(none, REGISTRY));
    assertEquals(none.toString(), e.getFile());
  }

  @Test
  void aFileOfAnotherKindIsCalledThatFirst() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "A text, and not a model.");
    ModelFormatException e =
        assertThrows(ModelFormatException.class, () -> Model.load(text, REGISTRY));
    assertTrue(
        e.getMessage().startsWith(text + " is not a model file, byte 0: the header's length is "),
        e.getMessage());
    Path empty = Files.createFile(folder.resolve("empty"));
    assertEquals(
        empty + " is not a model file, byte 0: it is empty",
        assertThrows(ModelFormatException.class, () -> SavedFile.read(empty)).getMessage());
    assertEquals(
        empty + " is not a model file, byte 0: it is empty",
        assertThrows(ModelFormatException.class, () -> TrainingState.load(empty, REGISTRY))
            .getMessage());
  }

  private static List<Executable> readers(Path file) {
    return List.of(
        () -> Model.load(file, REGISTRY),
        () -> TrainingState.load(file, REGISTRY),
        () -> SavedFile.read(file));
  }

  @Test
  void ofAFolderItIsSaidWhatToNameInIt() throws IOException {
    Path newest = folder.resolve("checkpoint-000000000020.safetensors");
    for (Executable reader : readers(folder)) {
      assertEquals(
          folder + " is a folder; name a file in it",
          assertThrows(IOException.class, reader).getMessage());
    }
    Files.createFile(folder.resolve("checkpoint-000000000010.safetensors"));
    Files.createFile(newest);
    for (Executable reader : readers(folder)) {
      assertEquals(
          folder + " is a folder; name a file in it, such as the newest checkpoint: " + newest,
          assertThrows(IOException.class, reader).getMessage());
    }
  }

  @Test
  void anEmptyNameIsRefused() {
    for (Executable reader : readers(Path.of(""))) {
      assertEquals(
          "the name of the file is empty", assertThrows(IOException.class, reader).getMessage());
    }
  }

  @Test
  void aPipeOrADeviceIsNotReadAsAnEmptyFile() {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device) && !Files.isRegularFile(device), "there is no such device");
    for (Executable reader : readers(device)) {
      String message = String.valueOf(assertThrows(IOException.class, reader).getMessage());
      assertTrue(message.startsWith("/dev/null is a pipe or a device; "), message);
    }
  }

  @Test
  void aCheckpointIsNoModelAndAModelNoCheckpoint() throws IOException {
    Path checkpoint = folder.resolve("checkpoint");
    Path model = folder.resolve("model");
    try (TrainingSession session = trainer().start(network(), data())) {
      session.step();
      session.state().save(checkpoint);
      session.model().save(model);
    }
    ModelFormatException first =
        assertThrows(ModelFormatException.class, () -> Model.load(checkpoint, REGISTRY));
    assertTrue(first.getMessage().contains("this is a checkpoint"), first.getMessage());
    ModelFormatException second =
        assertThrows(ModelFormatException.class, () -> TrainingState.load(model, REGISTRY));
    assertTrue(
        second.getMessage().contains("this is a model, not a checkpoint"), second.getMessage());
  }

  @Test
  void aStateIsSavedInTheMiddleOfAnEpoch() throws IOException {
    Path file = folder.resolve("checkpoint");
    try (TrainingSession session = trainer().start(network(), data())) {
      for (int i = 0; i < 3; i++) {
        session.step();
      }
      TrainingState state = session.state();
      state.save(file);
      TrainingState loaded = TrainingState.load(file, REGISTRY);
      assertEquals(3, loaded.steps());
      assertEquals(2, loaded.epoch());
      assertEquals(1, loaded.history().size());
      assertEquals(state.settings(), loaded.settings());
      assertEquals(state.model().weightsSha256(), loaded.model().weightsSha256());
    }
  }
}

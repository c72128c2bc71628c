package dev.nn.core.internal.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.core.Network;
import dev.nn.core.TestPlugins;
import dev.nn.core.Trainer;
import dev.nn.core.TrainerBuilder;
import dev.nn.core.TrainingSession;
import dev.nn.core.TrainingState;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What else may be in the folder, and who else may write there. */
class CheckpointFolderTest {
  private static final PluginRegistry REGISTRY = TestPlugins.registry();
  private static final Dataset DATA =
      Dataset.binary(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new int[] {0, 1, 1, 0});
  private static final Dataset VALIDATION =
      Dataset.binary(new float[][] {{0, 0.5f}, {1, 0.5f}}, new int[] {0, 1});

  @TempDir private Path folder;

  private static Network network(int units) {
    return Network.of(
        REGISTRY,
        Shape.of(2),
        "dense(units=" + units + ", activation=tanh), dense(units=1, activation=sigmoid)");
  }

  private static TrainerBuilder builder(int epochs) {
    return Trainer.builder()
        .registry(REGISTRY)
        .loss("binary_crossentropy")
        .optimizer("sgd(learning_rate=0.3)")
        .batchSize(2)
        .epochs(epochs)
        .threads(1)
        .seed(5);
  }

  private Trainer trainer(int epochs) {
    return builder(epochs).checkpoints(Checkpoints.in(folder)).build();
  }

  private static void refused(String message, Executable run) {
    String found = String.valueOf(assertThrows(NnException.class, run).getMessage());
    assertTrue(found.contains(message), found);
  }

  private static TrainingState stateOf(Trainer trainer, Network network) {
    try (TrainingSession session = trainer.start(network, DATA)) {
      session.step();
      return session.state();
    }
  }

  /** In Persian, {@code %d} writes other digits. */
  @Test
  @ResourceLock(Resources.LOCALE)
  void namesAreTheSameInEveryLanguage() throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(new Locale("fa", "IR"));
    try {
      trainer(5).fit(network(3), DATA);
    } finally {
      Locale.setDefault(before);
    }
    assertEquals(
        List.of(
            folder.resolve("checkpoint-000000000010.safetensors"),
            folder.resolve("checkpoint-000000000008.safetensors"),
            folder.resolve("checkpoint-000000000006.safetensors")),
        CheckpointNames.files(folder));
  }

  /** A link to itself cannot be opened, whoever tries. */
  private void unreadable(int step) throws IOException {
    Path file = folder.resolve("checkpoint-00000000000" + step + ".safetensors");
    Files.deleteIfExists(file);
    Files.createSymbolicLink(file, file.getFileName());
  }

  @Test
  void insteadOfAFileThatCannotBeReadTheOneBeforeIsTaken() throws IOException {
    trainer(3).fit(network(3), DATA);
    unreadable(6);
    assertEquals(4, TrainingState.newest(folder, REGISTRY).orElseThrow().steps());
    Files.writeString(folder.resolve("checkpoint-000000000004.safetensors"), "damaged");
    unreadable(2);
    IOException e = assertThrows(IOException.class, () -> TrainingState.newest(folder, REGISTRY));
    List<String> lines = e.getMessage().lines().toList();
    assertEquals(4, lines.size());
    for (int i = 0; i < 3; i++) {
      assertTrue(lines.get(i).contains("checkpoint-00000000000" + (6 - 2 * i)), e.getMessage());
    }
    assertTrue(lines.get(0).contains(" cannot be read: "), lines.get(0));
    assertTrue(lines.get(1).contains(" is not a model file, byte 7: "), lines.get(1));
    assertTrue(lines.get(3).startsWith("no checkpoint there can be used, and none was touched"));
  }

  @Test
  void aStateOfAnotherRunIsNotContinuedAmongTheCheckpointsOfThisOne() throws IOException {
    trainer(3).fit(network(3), DATA);
    String message =
        folder + " holds checkpoints of another run, with another network, settings or examples,";
    TrainingState otherNetwork = stateOf(builder(5).build(), network(4));
    refused(message, () -> trainer(5).start(otherNetwork, DATA));
    Trainer otherSeed = builder(5).seed(6).build();
    TrainingState otherSettings = stateOf(otherSeed, network(3));
    refused(
        message,
        () ->
            builder(5)
                .seed(6)
                .checkpoints(Checkpoints.in(folder))
                .build()
                .start(otherSettings, DATA));
    assertEquals(3, CheckpointNames.files(folder).size());
    assertEquals(6, TrainingState.newest(folder, REGISTRY).orElseThrow().steps());
    // The lock was given back, and an earlier state of the same run may go on.
    try (TrainingSession session =
        trainer(5).start(stateOf(builder(5).build(), network(3)), DATA)) {
      assertTrue(session.step());
    }
  }

  @Test
  void otherValidationExamplesDoNotResume() throws IOException {
    trainer(1).fit(network(3), DATA, VALIDATION);
    String other = "the state was made with other validation examples than there are now";
    refused(other, () -> trainer(2).resume(network(3), DATA, VALIDATION.select(1, 0)));
    refused(
        "the state was made with validation examples, and now there are none",
        () -> trainer(2).resume(network(3), DATA));
    trainer(2).resume(network(3), DATA, VALIDATION);
    assertEquals(4, TrainingState.newest(folder, REGISTRY).orElseThrow().steps());
  }

  @Test
  void aRunWithoutValidationExamplesDoesNotResumeWithSome() {
    trainer(1).fit(network(3), DATA);
    refused(
        "the state was made without validation examples",
        () -> trainer(2).resume(network(3), DATA, VALIDATION));
  }

  /** Of the time when nothing was written about them. */
  @Test
  void aTextThatDoesNotTellItsValidationExamplesIsOfTheSameRun() {
    String now = stateOf(builder(1).build(), network(3)).settings();
    String then = now.replace("validation_hash=none, ", "");
    assertFalse(then.contains("validation_hash"), then);
    assertTrue(SettingsText.isOfOneRun(then, now));
    SettingsText.check(then, now);
  }
}

package dev.nn.tests.docs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingResult;
import dev.nn.core.TrainingSession;
import dev.nn.core.TrainingState;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.EpochRecord;
import dev.nn.math.Compression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * docs/file-format.md says all that another language needs: a script that was written from it alone
 * writes files that are read here, and verifies files that are written here.
 */
class FileFormatTest {
  private static final Path SCRIPT =
      Path.of(System.getProperty("basedir", ""), "src", "test", "scripts", "file_format.py")
          .toAbsolutePath();

  @TempDir private Path folder;

  /** The exit status. */
  private static int python(String... arguments) throws Exception {
    String[] command = new String[2 + arguments.length];
    command[0] = "/usr/bin/env";
    command[1] = "python3";
    System.arraycopy(arguments, 0, command, 2, arguments.length);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static int script(String command, Path file) throws Exception {
    return python(SCRIPT.toString(), command, file.toString());
  }

  @BeforeAll
  static void needsPython() throws Exception {
    boolean isThere;
    try {
      isThere = python("-c", "") == 0;
    } catch (IOException e) {
      isThere = false;
    }
    assumeTrue(isThere, "there is no python3");
  }

  @Test
  void aModelOfAnotherLanguageIsLoadedAndPredicts() throws Exception {
    Path file = folder.resolve("model.safetensors");
    assertEquals(0, script("model", file));
    Model model = Model.load(file);
    assertEquals(List.of("width", "height"), model.featureNames());
    assertEquals(Optional.of(new Targets.Real(1)), model.targets());
    assertEquals(Optional.of("Å. Ångström"), model.note("author"));
    // max(0, [1·0.5 + 2·0.125, −1·0.25 + 2·1 − 1]) = [0.75, 0.75]; 2·0.75 − 4·0.75 + 0.5 = −1
    assertArrayEquals(new float[] {-1}, model.predict(new float[] {1, 2}));
    // max(0, [−0.5 + 0.125, 0.25 + 1 − 1]) = [0, 0.25]; −4·0.25 + 0.5 = −0.5
    assertArrayEquals(new float[] {-0.5f}, model.predict(new float[] {-1, 1}));
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void aCompressedModelOfAnotherLanguageStandsForTheSameWeights(Compression form) throws Exception {
    assertEquals(0, script("model", folder.resolve("floats")));
    assertEquals(0, script(form.toString(), folder.resolve("codes")));
    Model floats = Model.load(folder.resolve("floats"));
    Model codes = Model.load(folder.resolve("codes"));
    assertEquals(Optional.of(form), codes.compression());
    assertEquals(floats.weightsSha256(), codes.weightsSha256());
    assertArrayEquals(new float[] {-1}, codes.predict(new float[] {1, 2}));
  }

  @Test
  void aTrainingGoesOnFromACheckpointOfAnotherLanguage() throws Exception {
    Path file = folder.resolve("checkpoint.safetensors");
    assertEquals(0, script("checkpoint", file));
    TrainingState state = TrainingState.load(file, PluginRegistry.load());
    assertEquals(1, state.steps());
    EpochRecord epoch = state.history().get(0);
    assertEquals(9, epoch.loss());
    assertEquals(Map.of("mean_absolute_error", 3.0), epoch.validationMetrics());

    Dataset data = Dataset.regression(new float[][] {{2}}, new float[][] {{0}});
    Trainer trainer =
        Trainer.builder()
            .loss("mean_squared_error")
            .optimizer("sgd(learning_rate=0.125, momentum=0.5)")
            .batchSize(1)
            .epochs(2)
            .seed(7)
            .build();
    try (TrainingSession session = trainer.start(state, data)) {
      TrainingResult unused = session.run();
      // Gradient 2·(1·2 − 0)·2 = 8; velocity 0.5·0.25 − 0.125·8 = −0.875; weight 1 − 0.875.
      assertArrayEquals(new float[] {0.125f}, session.model().parameter("0.dense.kernel"));
    }
  }

  @Test
  void anotherLanguageVerifiesOurChecksum() throws Exception {
    Path file = folder.resolve("ours.safetensors");
    Model.initial(Network.of(Shape.of(3), "dense(units=2)"), 42).save(file);
    assertEquals(0, script("verify", file));
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    assertEquals(1, script("verify", file));
  }
}

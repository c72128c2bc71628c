package dev.nn.tests.reliability;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.nn.api.NnException;
import dev.nn.core.Model;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.TrainingState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a file, reading it gives a value or a typed error. */
class FuzzingTest {
  private static final int MILLION = 1_000_000;

  @TempDir private Path folder;

  @Test
  void mutatedModelsAreReadOrRefused(TestReporter reporter) {
    models(10_000, 1, reporter);
  }

  @Test
  @Tag("exhaustive")
  void aMillionMutatedModelsAreReadOrRefused(TestReporter reporter) {
    models(MILLION, 2, reporter);
  }

  private static void models(int count, long seed, TestReporter reporter) {
    byte[] file = Samples.modelOfAtLeast(1 << 10);
    float[] features = new float[8];
    int read = 0;
    for (int i = 0; i < count; i++) {
      byte[] mutated = new Mutations(new Random(seed + ((long) i << 8))).mutate(file);
      try {
        Model model = Model.load(mutated, Samples.REGISTRY);
        read++;
        if (model.network().inputShape().size() == features.length) {
          model.predict(features);
        }
      } catch (NnException e) {
        assertTrue(String.valueOf(e.getMessage()).length() > 10, "input " + i + ", seed " + seed);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        fail("input " + i + ", seed " + seed, e);
      }
    }
    assertTrue(read > 0 && read < count, read + " of " + count + " were read");
    reporter.publishEntry("models", count + " inputs, " + read + " of them legal");
  }

  @Test
  void mutatedCheckpointsAreReadOrRefused(TestReporter reporter) throws IOException {
    checkpoints(1_000, 3, reporter);
  }

  @Test
  @Tag("exhaustive")
  void aMillionMutatedCheckpointsAreReadOrRefused(TestReporter reporter) throws IOException {
    checkpoints(MILLION, 4, reporter);
  }

  private void checkpoints(int count, long seed, TestReporter reporter) throws IOException {
    byte[] file = Samples.checkpoint(folder);
    Path path = folder.resolve("mutated");
    Trainer trainer =
        Samples.trainer("adam").epochs(5).earlyStopping(3).validationSplit(0.2).build();
    int read = 0;
    for (int i = 0; i < count; i++) {
      byte[] mutated = new Mutations(new Random(seed + ((long) i << 8))).mutate(file);
      try {
        TrainingState state = Samples.state(mutated, path);
        read++;
        try (TrainingSession session = trainer.start(state, Samples.points())) {
          session.step();
        }
      } catch (NnException e) {
        assertTrue(String.valueOf(e.getMessage()).length() > 10, "input " + i + ", seed " + seed);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        fail("input " + i + ", seed " + seed, e);
      }
    }
    assertTrue(read > 0 && read < count, read + " of " + count + " were read");
    reporter.publishEntry("checkpoints", count + " inputs, " + read + " of them legal");
  }
}

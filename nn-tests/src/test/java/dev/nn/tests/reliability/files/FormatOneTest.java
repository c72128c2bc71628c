package dev.nn.tests.reliability.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.core.Model;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingResult;
import dev.nn.core.TrainingSession;
import dev.nn.core.TrainingState;
import dev.nn.core.dataset.Targets;
import dev.nn.core.training.Outcome;
import dev.nn.tests.reliability.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Files that the first version of the format left behind are read by every later one. They were
 * made by {@link FormatOneFiles} and must never be made again.
 */
class FormatOneTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", ""), "src", "test", "resources", "format-1");

  private static final String MODEL_SHA256 =
      "d66777507dde22f51171ea8950537bcfdaa09e5ff311e4bf297d4debb16b2a73";
  private static final String STATE_SHA256 =
      "d57df0f04c846c98781a70884aa8558ec13087f0f2d699602d14e5aa6ea43dcd";

  @Test
  void theModelIsRead() throws IOException {
    Model model = Model.load(FOLDER.resolve("model.safetensors"), Samples.REGISTRY);
    assertEquals(MODEL_SHA256, model.weightsSha256());
    assertEquals(
        Optional.of(new Targets.Classes(List.of("ebb", "flood", "slack"))), model.targets());
    assertEquals(3, model.training().orElseThrow().epochs());
    assertArrayEquals(
        new float[] {0.31771216f, 0.34691316f, 0.33537468f},
        model.predict(FormatOneFiles.EXAMPLE),
        1e-6f);
  }

  @Test
  void theCheckpointIsReadAndGoesOn() throws IOException {
    TrainingState state =
        TrainingState.load(FOLDER.resolve("checkpoint.safetensors"), Samples.REGISTRY);
    assertEquals(STATE_SHA256, state.model().weightsSha256());
    assertEquals(5, state.steps());
    assertEquals(2, state.epoch());
    assertEquals(1, state.history().size());
    Trainer trainer = FormatOneFiles.trainer();
    try (TrainingSession session = trainer.start(state, FormatOneFiles.data())) {
      TrainingResult result = session.run();
      assertEquals(Outcome.COMPLETED, result.outcome());
      assertEquals(9, session.steps());
      assertEquals(MODEL_SHA256, result.model().weightsSha256(), "as the run that never stopped");
    }
  }
}

package dev.nn.tests.reliability.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.Trainer;
import dev.nn.core.TrainingResult;
import dev.nn.core.TrainingSession;
import dev.nn.core.TrainingState;
import dev.nn.core.training.EpochRecord;
import dev.nn.data.Split;
import dev.nn.tests.reliability.Figures;
import dev.nn.tests.reliability.Samples;
import dev.nn.tests.reliability.process.LongRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that goes on from a file ends as if it had never stopped. */
class ResumeTest {
  private static final int POINTS = 50;

  @TempDir private Path folder;

  private static List<List<Object>> numbers(List<EpochRecord> history) {
    return history.stream()
        .map(
            e ->
                List.<Object>of(
                    e.epoch(),
                    e.loss(),
                    e.validationLoss(),
                    e.validationMetrics(),
                    e.learningRate()))
        .toList();
  }

  @Test
  void fiftyStepsAreResumedExactly() throws IOException {
    TrainingResult whole = LongRun.uninterrupted();
    Trainer trainer = LongRun.trainer(Optional.empty());
    Split data = LongRun.data();
    long last = whole.model().training().orElseThrow().steps();
    TreeSet<Long> points = new TreeSet<>();
    for (int i = 0; i < POINTS; i++) {
      points.add(i * last / POINTS);
    }
    int midEpoch = 0;
    try (TrainingSession session = trainer.start(LongRun.network(), data.train(), data.test())) {
      boolean more = true;
      while (more) {
        if (points.contains(session.steps())) {
          midEpoch += session.batch() > 0 ? 1 : 0;
          Path file = folder.resolve("state");
          session.state().save(file);
          TrainingResult resumed = resumed(TrainingState.load(file, Samples.REGISTRY), trainer);
          String what = "resumed after step " + session.steps();
          assertEquals(whole.model().weightsSha256(), resumed.model().weightsSha256(), what);
          assertEquals(numbers(whole.history()), numbers(resumed.history()), what);
          assertEquals(whole.outcome(), resumed.outcome(), what);
        }
        more = session.step();
      }
    }
    assertEquals(POINTS, points.size());
    assertTrue(midEpoch > POINTS / 2, midEpoch + " in the middle of an epoch");
    Figures.show("exact", "%d of %d, %d inside an epoch".formatted(POINTS, POINTS, midEpoch));
  }

  private static TrainingResult resumed(TrainingState state, Trainer trainer) {
    Split data = LongRun.data();
    try (TrainingSession session = trainer.start(state, data.train(), data.test())) {
      return session.run();
    }
  }

  /** The comparison above can fail: without the state of the optimizer the end is another one. */
  @Test
  void theWeightsAloneDoNotSuffice() {
    Trainer trainer = LongRun.trainer(Optional.empty());
    Split data = LongRun.data();
    try (TrainingSession session = trainer.start(LongRun.network(), data.train(), data.test())) {
      for (int i = 0; i < 20; i++) {
        session.step();
      }
      TrainingResult other = trainer.fit(session.model(), data.train(), data.test());
      assertNotEquals(session.run().model().weightsSha256(), other.model().weightsSha256());
    }
  }
}

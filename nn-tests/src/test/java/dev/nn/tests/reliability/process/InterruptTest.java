package dev.nn.tests.reliability.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.Model;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingResult;
import dev.nn.core.TrainingSession;
import dev.nn.core.TrainingState;
import dev.nn.core.training.Outcome;
import dev.nn.data.Split;
import dev.nn.tests.reliability.Figures;
import dev.nn.tests.reliability.Samples;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thread that trains and is interrupted returns soon, with a state from which a run goes on. */
class InterruptTest {
  private static final long PATIENCE = 2_000;

  @TempDir private Path folder;

  @Test
  void interruptedRunsReturnWithAValidState() throws Exception {
    interrupt(10, System.nanoTime());
  }

  @Test
  @Tag("exhaustive")
  void aHundredInterruptedRunsReturnWithAValidState() throws Exception {
    interrupt(100, System.nanoTime());
  }

  private void interrupt(int times, long seed) throws Exception {
    Random random = new Random(seed);
    long slowest = 0;
    for (int i = 0; i < times; i++) {
      slowest = Math.max(slowest, interrupt(random.nextInt(60), "run " + i + ", seed " + seed));
    }
    Figures.show("slowest return in milliseconds", slowest / 1_000_000 + " of " + times + " runs");
  }

  /** How long the return takes. */
  private long interrupt(int after, String what) throws Exception {
    Trainer trainer =
        Samples.trainer("adam(learning_rate=0.001)").epochs(1_000_000).threads(2).build();
    Split data = LongRun.data();
    AtomicReference<TrainingResult> result = new AtomicReference<>();
    AtomicReference<TrainingState> state = new AtomicReference<>();
    AtomicLong returned = new AtomicLong();
    Thread thread =
        new Thread(
            () -> {
              try (TrainingSession session = trainer.start(LongRun.network(), data.train())) {
                result.set(session.run());
                returned.set(System.nanoTime());
                state.set(session.state());
              }
            });
    thread.start();
    Thread.sleep(after);
    long start = System.nanoTime();
    thread.interrupt();
    thread.join(10 * PATIENCE);
    assertTrue(!thread.isAlive(), what);
    assertEquals(Outcome.INTERRUPTED, result.get().outcome(), what);
    Path file = folder.resolve("state");
    state.get().save(file);
    Model model = result.get().model();
    TrainingState loaded = TrainingState.load(file, Samples.REGISTRY);
    assertEquals(model.weightsSha256(), loaded.model().weightsSha256(), what);
    try (TrainingSession session = trainer.start(loaded, data.train())) {
      assertTrue(session.step(), what);
      assertTrue(Double.isFinite(session.batchLoss()), what);
    }
    long took = returned.get() - start;
    assertTrue(took < PATIENCE * 1_000_000, what + " returned after " + took + " ns");
    return Math.max(0, took);
  }
}

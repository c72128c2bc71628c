package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.ModelFormatException;
import dev.nn.api.Optimizer;
import dev.nn.api.ParameterTile;
import dev.nn.api.Schedule;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.Checkpoints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checkpoints of an optimizer that no registry knows, of which a later version keeps another state.
 */
class OwnOptimizerCheckpointTest {
  private static final PluginRegistry REGISTRY = TestPlugins.registry();
  private static final Network NETWORK =
      Network.of(REGISTRY, Shape.of(2), "dense(units=1, activation=sigmoid)");
  private static final Dataset DATA =
      Dataset.binary(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new int[] {0, 1, 1, 0});

  @TempDir private Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void chooseAFolder() {
    folder = temporary.resolve("runs");
  }

  record Own(int slots, int scalars, Schedule learningRate) implements Optimizer {
    @Override
    public String name() {
      return "acme.own";
    }

    @Override
    public void update(ParameterTile tile) {
      for (int i = tile.from(); i < tile.to(); i++) {
        tile.weights()[i] -= 0.1f * tile.gradients()[i];
      }
    }
  }

  private static Own own(int slots, int scalars) {
    return new Own(slots, scalars, new TestPlugins.Constant(0.1));
  }

  private Trainer trainer(Own optimizer, int epochs) {
    return Trainer.builder()
        .registry(REGISTRY)
        .loss("binary_crossentropy")
        .optimizer(optimizer)
        .batchSize(4)
        .epochs(epochs)
        .threads(1)
        .checkpoints(Checkpoints.in(folder))
        .build();
  }

  private Path file(int step) {
    return folder.resolve("checkpoint-%012d.safetensors".formatted(step));
  }

  @Test
  void itIsResumedWithoutBeingRegistered() throws IOException {
    trainer(own(1, 1), 2).fit(NETWORK, DATA);
    TrainingResult resumed = trainer(own(1, 1), 4).resume(NETWORK, DATA);
    folder = temporary.resolve("other");
    assertEquals(
        trainer(own(1, 1), 4).fit(NETWORK, DATA).model().weightsSha256(),
        resumed.model().weightsSha256());
  }

  @Test
  void aStateOfAnotherSizeIsRefusedWithTheNameOfItsFile() throws IOException {
    trainer(own(1, 1), 2).fit(NETWORK, DATA);
    for (Own other : List.of(own(2, 1), own(0, 1), own(1, 0), own(1, 2))) {
      ModelFormatException e =
          assertThrows(ModelFormatException.class, () -> trainer(other, 4).resume(NETWORK, DATA));
      assertEquals(
          ("%s, byte 8: the state of the optimizer acme.own has slots: 1, scalars: 1, numbers of the"
                  + " schedule: 0, but the acme.own that is there needs slots: %d, scalars: %d,"
                  + " numbers of the schedule: 0; go on with the version that wrote the file")
              .formatted(file(2), other.slots(), other.scalars()),
          e.getMessage().lines().findFirst().orElseThrow());
    }
  }

  @Test
  void theCheckpointBeforeItIsTaken() throws IOException {
    trainer(own(2, 1), 1).fit(NETWORK, DATA);
    try (TrainingSession session = newRunElsewhere(own(1, 1))) {
      session.step();
      session.step();
      session.state().save(file(2));
    }
    int[] first = {0};
    Trainer resuming =
        Trainer.builder()
            .registry(REGISTRY)
            .loss("binary_crossentropy")
            .optimizer(own(2, 1))
            .batchSize(4)
            .epochs(3)
            .threads(1)
            .checkpoints(Checkpoints.in(folder))
            .listener(
                new TrainingListener() {
                  @Override
                  public void runStarted(TrainingRun run) {
                    first[0] = (int) run.steps();
                  }
                })
            .build();
    assertEquals(3, resuming.resume(NETWORK, DATA).history().size());
    assertEquals(1, first[0], "steps at the start");
    assertTrue(
        TrainingState.load(file(2), REGISTRY).run().engine().slots().length == 2, "overwritten");
  }

  private TrainingSession newRunElsewhere(Own optimizer) {
    Path runs = folder;
    folder = temporary.resolve("elsewhere");
    try {
      return trainer(optimizer, 3).start(NETWORK, DATA);
    } finally {
      folder = runs;
    }
  }
}

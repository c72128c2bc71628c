package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.api.Initializer;
import dev.nn.api.NnException;
import dev.nn.api.Options;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.Checkpoints;
import dev.nn.core.training.Outcome;
import dev.nn.math.Matrix;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to data before the first step. */
class PreparationTest {
  private static final PluginRegistry REGISTRY =
      TestPlugins.registry()
          .with(
              new Half("ones", Options.NONE),
              new Half("uniform", Options.NONE.withReal("min", 0).withReal("max", 1)));
  private static final int ROWS = 1000;

  @AfterEach
  void clearInterrupt() {
    boolean unused = Thread.interrupted();
  }

  @ParameterizedTest
  @ValueSource(floats = {-1, 0.5f, 3, 1e10f})
  void whatIsNoIndexIsRefusedBeforeTheFirstStep(float wrong) {
    Network network =
        Network.of(
            REGISTRY, Shape.of(2), "embedding(vocabulary=3, units=2), flatten, dense(units=1)");
    float[][] x = {{0, 1}, {2, 0}, {2, wrong}};
    Dataset data = Dataset.regression(x, new float[] {0, 0, 0});
    assertEquals(
        "row 2 of the training set: feature "
            + wrong
            + " in column 1 must be a whole number from 0 to 2: embedding has vocabulary=3",
        assertThrows(DataException.class, () -> trainer().start(network, data)).getMessage());
    Dataset good = data.select(0, 1);
    assertEquals(
        "row 0 of the validation set",
        assertThrows(DataException.class, () -> trainer().start(network, good, data.select(2)))
            .getMessage()
            .substring(0, 27));
    assertEquals(Outcome.COMPLETED, trainer().fit(network, good).outcome());
  }

  @Test
  void anInterruptWhileTheDataIsCheckedEndsTheRunBeforeItsFirstStep() {
    Network network = Network.of(REGISTRY, Shape.of(1), "dense(units=1)");
    Interrupting data = new Interrupting(7);
    try (TrainingSession session = trainer().start(network, data)) {
      assertEquals(7, data.reads);
      assertTrue(Thread.interrupted());
      assertFalse(session.step());
      assertEquals(Outcome.INTERRUPTED, session.result().outcome());
      assertEquals(List.of(), session.result().history());
      assertEquals(0, session.steps());
      String initial = Model.initial(network, 0).weightsSha256();
      assertEquals(initial, session.state().model().weightsSha256());
      try (TrainingSession again = trainer().start(session.state(), data)) {
        assertEquals(
            trainer().fit(network, data).model().weightsSha256(),
            again.run().model().weightsSha256());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'normalization, dense(units=1)', 5",
    "'normalization, dense(units=1), normalization', 5",
    "'normalization, dense(units=1), normalization', " + (ROWS + 5),
  })
  void anInterruptWhileALayerLearnsFromTheDataIsAnError(String layers, int reads) {
    Network network = Network.of(REGISTRY, Shape.of(1), layers);
    Interrupting data = new Interrupting(reads);
    NnException error = assertThrows(NnException.class, () -> trainer().fit(network, data));
    assertEquals(
        "interrupted while layers learnt from the data, before the first step: there is nothing to"
            + " go on from",
        error.getMessage());
    assertEquals(reads, data.reads);
    assertTrue(Thread.currentThread().isInterrupted());
  }

  /** The rows that are tried for predictions that the loss cannot take come on top. */
  @ParameterizedTest
  @CsvSource({
    "'dense(units=1)', 1",
    "'normalization, dense(units=1)', 1",
    "'normalization, dense(units=1), normalization', 2",
  })
  void theExamplesAreGoneThroughOnceBeforeTheFirstStep(
      String layers, int passes, @TempDir Path folder) {
    Interrupting data = new Interrupting(Integer.MAX_VALUE);
    Network network = Network.of(REGISTRY, Shape.of(1), layers);
    Trainer trainer =
        Trainer.builder()
            .registry(REGISTRY)
            .loss("mean_squared_error")
            .optimizer("sgd(learning_rate=0.01)")
            .epochs(1)
            .threads(1)
            .checkpoints(Checkpoints.in(folder))
            .build();
    try (TrainingSession session = trainer.start(network, data)) {
      assertEquals(passes * ROWS + Math.min(ROWS, 32), data.reads);
      session.run();
      assertEquals((passes + 1) * ROWS + Math.min(ROWS, 32), data.reads);
    }
  }

  private static Trainer trainer() {
    return Trainer.builder()
        .registry(REGISTRY)
        .loss("mean_squared_error")
        .optimizer("sgd(learning_rate=0.01)")
        .epochs(1)
        .threads(1)
        .build();
  }

  /** Stands for initializers that layers name. */
  private record Half(String name, Options options) implements Initializer {
    @Override
    public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
      weights.fill(0.5f);
    }

    @Override
    public Half withOptions(Options complete) {
      return new Half(name, complete);
    }
  }

  /** Interrupts the thread that reads, once. */
  private static final class Interrupting implements Dataset {
    private final int after;
    private int reads;

    Interrupting(int after) {
      this.after = after;
    }

    @Override
    public int rows() {
      return ROWS;
    }

    @Override
    public Shape shape() {
      return Shape.of(1);
    }

    @Override
    public Targets targets() {
      return new Targets.Real(1);
    }

    @Override
    public void readFeatures(int row, Matrix into, int at) {
      into.set(at, 0, row % 3);
      if (++reads == after) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void readTarget(int row, Matrix into, int at) {
      into.set(at, 0, row % 2);
    }
  }
}

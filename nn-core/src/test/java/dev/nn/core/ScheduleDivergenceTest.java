package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.api.Schedule;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.plugin.Origins;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.Outcome;
import dev.nn.core.training.TrainingException;
import dev.nn.math.Matrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A learning rate that is no number ends a run as a loss that is none does. */
class ScheduleDivergenceTest {
  private static final PluginRegistry REGISTRY = TestPlugins.registry();
  private static final Dataset DATA =
      Dataset.binary(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new int[] {0, 1, 1, 0});
  private static final int ROWS_OF_A_STEP = 2;

  /** 0.3 for so many steps. */
  private record Failing(long good) implements Schedule {
    @Override
    public String name() {
      return "failing";
    }

    @Override
    public double rate(long step, double[] state) {
      return step < good ? 0.3 : Double.NaN;
    }
  }

  /** The features are numbers for so many steps, and when all are looked at before the first. */
  private static final class FailingData implements Dataset {
    private final int good;
    private int read;

    FailingData(int goodSteps) {
      this.good = DATA.rows() + goodSteps * ROWS_OF_A_STEP;
    }

    @Override
    public int rows() {
      return DATA.rows();
    }

    @Override
    public Shape shape() {
      return DATA.shape();
    }

    @Override
    public Targets targets() {
      return DATA.targets();
    }

    @Override
    public void readFeatures(int row, Matrix into, int at) {
      DATA.readFeatures(row, into, at);
      if (read++ >= good) {
        into.set(at, 0, Float.NaN);
      }
    }

    @Override
    public void readTarget(int row, Matrix into, int at) {
      DATA.readTarget(row, into, at);
    }
  }

  private static TrainingResult fit(TrainerBuilder trainer, Dataset data) {
    Network network =
        Network.of(
            REGISTRY,
            Shape.of(2),
            "dense(units=4, activation=tanh), dense(units=1, activation=sigmoid)");
    return trainer
        .registry(REGISTRY)
        .loss("binary_crossentropy")
        .batchSize(ROWS_OF_A_STEP)
        .threads(1)
        .build()
        .fit(network, data);
  }

  /** An epoch has two steps: in the second and third epoch the good weights are older ones. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5})
  void stepMessageAndLastGoodWeightsAgree(int goodSteps) {
    TrainingResult byLoss =
        fit(Trainer.builder().optimizer("sgd(learning_rate=0.3)"), new FailingData(goodSteps));
    TrainingResult byRate =
        fit(Trainer.builder().optimizer(new TestPlugins.Descent(new Failing(goodSteps))), DATA);
    assertEquals(Outcome.DIVERGED, byLoss.outcome());
    assertEquals(Outcome.DIVERGED, byRate.outcome());
    TrainingException failure = byRate.failure().orElseThrow();
    assertEquals(
        "training diverged in epoch %s, step %s: the schedule failing gives the learning rate NaN (computed with schedule \"failing\", %s); try a smaller learning rate or scale the features"
            .formatted(goodSteps / 2 + 1, goodSteps + 1, Origins.of(new Failing(goodSteps))),
        failure.getMessage());
    assertEquals(byLoss.failure().orElseThrow().step(), failure.step());
    assertEquals(byLoss.failure().orElseThrow().epoch(), failure.epoch());
    assertEquals(byLoss.lastGoodModel().weightsSha256(), byRate.lastGoodModel().weightsSha256());
    assertEquals(
        byLoss.lastGoodModel().training().orElseThrow().steps(),
        byRate.lastGoodModel().training().orElseThrow().steps());
  }
}

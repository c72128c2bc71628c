package dev.nn.tests.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.TrainingResult;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.training.Outcome;
import dev.nn.core.training.TrainingException;
import dev.nn.math.Matrix;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that diverges says where, stops there, and keeps the last good weights. */
class DivergenceTest {

  private static void assertFinite(Model model) {
    for (String name : model.parameterNames()) {
      for (float weight : model.parameter(name)) {
        assertTrue(Float.isFinite(weight), name);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dense(units=3)",
        "dense(units=9, activation=relu), dense(units=3)",
        "dense(units=9, activation=softplus), dense(units=9, activation=selu), dense(units=3)",
        "dense(units=9, activation=gelu), dropout(rate=0.3), dense(units=3)",
        "dense(units=9, activation=elu), dense(units=9, activation=leaky_relu), dense(units=3)"
      })
  void aLearningRateOfTenBillionIsNoticed(String layers) {
    Network network = Network.of(Samples.REGISTRY, Samples.points().shape(), layers);
    TrainingResult result =
        Samples.trainer("sgd(learning_rate=1e10)")
            .loss("mean_squared_error")
            .epochs(3)
            .build()
            .fit(network, Samples.points());
    assertEquals(Outcome.DIVERGED, result.outcome());
    String message = String.valueOf(result.failure().orElseThrow().getMessage());
    assertTrue(
        message.matches("training diverged in epoch \\d, step \\d+: .*layer \\d \\(dense\\).*"),
        message);
    assertTrue(result.failure().orElseThrow().step() <= 9, message);
    assertFinite(result.lastGoodModel());
  }

  /** Examples of which one becomes NaN. */
  private static final class Poisoned implements Dataset {
    private final Dataset data = Samples.points();
    private boolean poisoned;

    @Override
    public int rows() {
      return data.rows();
    }

    @Override
    public Shape shape() {
      return data.shape();
    }

    @Override
    public Targets targets() {
      return data.targets();
    }

    @Override
    public void readFeatures(int row, Matrix into, int at) {
      data.readFeatures(row, into, at);
      if (poisoned) {
        into.set(at, 0, Float.NaN);
      }
    }

    @Override
    public void readTarget(int row, Matrix into, int at) {
      data.readTarget(row, into, at);
    }
  }

  @Test
  void notANumberAtFiftyRandomStepsIsNoticedInThatStep() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 50; i++) {
      int good = random.nextInt(20);
      String what = "after step " + good + ", seed " + seed;
      Poisoned data = new Poisoned();
      Network network =
          Network.of(
              Samples.REGISTRY,
              data.shape(),
              "dense(units=5, activation=tanh), dense(units=3, activation=softmax)");
      try (TrainingSession session =
          Samples.trainer("adam").epochs(10).build().start(network, data)) {
        Model lastGood = session.model();
        while (session.steps() < good) {
          session.step();
          if (session.batch() == 0) {
            lastGood = session.model();
          }
        }
        data.poisoned = true;
        TrainingException e = assertThrows(TrainingException.class, session::step, what);
        assertEquals(good + 1, e.step(), what);
        assertEquals(good / session.batches() + 1, e.epoch(), what);
        assertTrue(String.valueOf(e.getMessage()).contains("the features of the batch"), what);
        assertEquals(lastGood.weightsSha256(), session.model().weightsSha256(), what);
      }
    }
  }
}

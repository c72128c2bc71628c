package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

import com.sun.management.ThreadMXBean;
import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Shape;
import dev.nn.core.TrainingResult.Outcome;
import dev.nn.core.layer.Dense;
import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.InOrder;

class TrainingSessionTest {
  private static final PluginRegistry REGISTRY = TestPlugins.registry();
  private static final Dataset DATA =
      Dataset.binary(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new int[] {0, 1, 1, 0});

  @Test
  void stepByStepIsTheSameAsFit() {
    Trainer trainer = trainer().build();
    TrainingResult expected = trainer.fit(network(), DATA);
    try (TrainingSession session = trainer.start(network(), DATA)) {
      int steps = 1;
      while (session.step()) {
        steps++;
      }
      assertEquals(10 * 2, steps);
      assertEquals(20, session.steps());
      assertFalse(session.step());
      assertEquals(expected.model().weightsSha256(), session.model().weightsSha256());
      assertEquals(Outcome.COMPLETED, session.result().outcome());
    }
  }

  @Test
  void aSnapshotDoesNotMoveWithTheSession() {
    try (TrainingSession session = trainer().build().start(network(), DATA)) {
      Model snapshot = session.model();
      String before = snapshot.weightsSha256();
      session.step();
      assertEquals(before, snapshot.weightsSha256());
      assertFalse(before.equals(session.model().weightsSha256()));
    }
  }

  @Test
  void listenersAreToldInOrder() {
    TrainingListener listener = mock();
    trainer().epochs(2).listener(listener).build().fit(network(), DATA);
    InOrder order = inOrder(listener);
    order.verify(listener).runStarted(any());
    for (int epoch = 0; epoch < 2; epoch++) {
      order.verify(listener).epochStarted(any());
      order.verify(listener, times(2)).batchEnded(any());
      order.verify(listener).epochEnded(any(), any());
    }
    order.verify(listener).runEnded(any());
    order.verifyNoMoreInteractions();
  }

  @Test
  void aListenerCanStopTheRun() {
    TrainingListener stopper =
        new TrainingListener() {
          @Override
          public void batchEnded(TrainingRun run) {
            if (run.steps() == 3) {
              run.stop();
            }
          }
        };
    TrainingResult result = trainer().listener(stopper).build().fit(network(), DATA);
    assertEquals(Outcome.STOPPED, result.outcome());
    assertEquals(1, result.history().size());
  }

  @Test
  void anInterruptEndsTheRunAndStaysVisible() {
    TrainingListener interrupter =
        new TrainingListener() {
          @Override
          public void batchEnded(TrainingRun run) {
            Thread.currentThread().interrupt();
          }
        };
    try (TrainingSession session =
        trainer().threads(3).listener(interrupter).build().start(network(), DATA)) {
      TrainingResult result = session.run();
      assertTrue(Thread.interrupted());
      assertEquals(Outcome.INTERRUPTED, result.outcome());
      assertEquals(1, session.steps());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aRunThatDivergesStopsAndKeepsTheWeightsOfTheLastEpoch(int threads) {
    Network network = Network.of(REGISTRY, Shape.of(2), "dense(units=2), dense(units=1)");
    TrainerBuilder builder =
        trainer().threads(threads).loss("mean_squared_error").optimizer("sgd(learning_rate=1e10)");
    try (TrainingSession session = builder.epochs(50).build().start(network, DATA)) {
      TrainingException e =
          assertThrows(
              TrainingException.class,
              () -> {
                while (session.step()) {
                  assertTrue(session.steps() < 100);
                }
              });
      assertTrue(e.step() < 20, e.getMessage());
      assertTrue(e.getMessage().contains("layer "), e.getMessage());
      for (String name : session.model().parameterNames()) {
        for (float w : session.model().parameter(name)) {
          assertTrue(Float.isFinite(w), name);
        }
      }
      assertEquals(Outcome.DIVERGED, session.result().outcome());
      assertEquals(e, session.result().failure().orElseThrow());
    }
  }

  @Test
  void fitReturnsTheFailureOfADivergedRun() {
    Network network = Network.of(REGISTRY, Shape.of(2), "dense(units=2), dense(units=1)");
    TrainingResult result =
        trainer()
            .loss("mean_squared_error")
            .optimizer("sgd(learning_rate=1e30)")
            .build()
            .fit(network, DATA);
    assertEquals(Outcome.DIVERGED, result.outcome());
    assertEquals(1, result.failure().orElseThrow().epoch());
    assertEquals(Model.initial(network, 0).weightsSha256(), result.model().weightsSha256());
  }

  @Test
  void aPluginThatThrowsInAWorkerEndsTheRunWithItsException() {
    Network network = Network.of(REGISTRY, Shape.of(2), new Dense(1, new Faulty()));
    try (TrainingSession session = trainer().threads(2).build().start(network, DATA)) {
      assertEquals(
          "out of order",
          assertThrows(UnsupportedOperationException.class, session::step).getMessage());
    }
  }

  private record Faulty() implements ElementwiseActivation {
    @Override
    public String name() {
      return "faulty";
    }

    @Override
    public float value(float z) {
      throw new UnsupportedOperationException("out of order");
    }

    @Override
    public float derivative(float z, float a) {
      return 0;
    }
  }

  @Test
  void aThousandStepsAllocateNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Dataset repeated = DATA.select(IntStream.range(0, 4000).map(i -> i % 4).toArray());
    try (TrainingSession session = trainer().epochs(12).build().start(network(), repeated)) {
      // Ten epochs for the compiler; then the middle of one, because the end of an epoch adds to
      // the history.
      while (session.epoch() < 11 || session.batch() < 500) {
        session.step();
      }
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 1000; i++) {
        session.step();
      }
      assertEquals(0, threads.getCurrentThreadAllocatedBytes() - before);
    }
  }

  private static Network network() {
    return Network.of(
        REGISTRY,
        Shape.of(2),
        "dense(units=4, activation=tanh), dropout(rate=0.1), dense(units=1, activation=sigmoid)");
  }

  private static TrainerBuilder trainer() {
    return Trainer.builder()
        .registry(REGISTRY)
        .loss("binary_crossentropy")
        .optimizer("sgd(learning_rate=0.3)")
        .batchSize(2)
        .threads(1);
  }
}

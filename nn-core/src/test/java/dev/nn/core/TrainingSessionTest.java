package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

import com.sun.management.ThreadMXBean;
import dev.nn.api.ElementwiseActivation;
import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.layer.Dense;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.Outcome;
import dev.nn.core.training.TrainingException;
import java.io.IOException;
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
    assertEquals(Model.initial(network, 0).weightsSha256(), result.lastGoodModel().weightsSha256());
    assertThrows(TrainingException.class, result::model);
  }

  @Test
  void whatAPluginThrowsInAWorkerIsTheCauseOfTheFailure() {
    Network network = Network.of(REGISTRY, Shape.of(2), new Dense(1, new Faulty()));
    try (TrainingSession session = trainer().threads(2).build().start(network, DATA)) {
      TrainingException e = assertThrows(TrainingException.class, session::step);
      assertEquals(
          "out of order",
          assertInstanceOf(UnsupportedOperationException.class, e.getCause()).getMessage());
    }
  }

  @Test
  void afterAnExceptionTheSessionCannotGoOn() {
    Network network = Network.of(REGISTRY, Shape.of(2), new Dense(1, new Faulty()));
    try (TrainingSession session = trainer().build().start(network, DATA)) {
      assertThrows(TrainingException.class, session::step);
      assertThrows(IllegalStateException.class, session::step);
      assertThrows(IllegalStateException.class, session::state);
      assertEquals(
          Model.initial(network, 0).weightsSha256(), session.result().model().weightsSha256());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aCheckedExceptionThatAWorkerThrowsUnannouncedEndsTheRunToo(int threads) {
    Network network = Network.of(REGISTRY, Shape.of(2), new Dense(1, new Sneaky()));
    try (TrainingSession session = trainer().exactThreads(threads).build().start(network, DATA)) {
      NnException e = assertThrows(NnException.class, session::step);
      assertTrue(e.getMessage().contains("no announcement"), e.getMessage());
    }
  }

  private record Sneaky() implements ElementwiseActivation {
    @Override
    public String name() {
      return "sneaky";
    }

    @Override
    public float value(float z) {
      throw Sneaky.<RuntimeException>unchecked(new IOException("no announcement"));
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> RuntimeException unchecked(Exception e) throws E {
      throw (E) e;
    }

    @Override
    public float derivative(float z, float a) {
      return 0;
    }
  }

  @Test
  void aClosedSessionSaysSo() {
    TrainingSession session = trainer().exactThreads(2).build().start(network(), DATA);
    session.step();
    session.close();
    session.close();
    assertEquals(
        "the session is closed",
        assertThrows(IllegalStateException.class, session::step).getMessage());
  }

  @Test
  void aListenerMayCloseTheSession() {
    TrainingSession[] holder = new TrainingSession[1];
    TrainingListener closer =
        new TrainingListener() {
          @Override
          public void batchEnded(TrainingRun run) {
            holder[0].close();
          }
        };
    holder[0] = trainer().exactThreads(2).listener(closer).build().start(network(), DATA);
    assertTrue(holder[0].step());
    assertThrows(IllegalStateException.class, holder[0]::step);
  }

  @Test
  void aStateIsTakenBetweenSteps() {
    TrainingSession[] holder = new TrainingSession[1];
    TrainingListener taker =
        new TrainingListener() {
          @Override
          public void batchEnded(TrainingRun run) {
            TrainingState unused = holder[0].state();
          }
        };
    holder[0] = trainer().listener(taker).build().start(network(), DATA);
    assertThrows(IllegalStateException.class, holder[0]::step);
    holder[0].close();
  }

  @Test
  void aRunThatIsResumedWithFewerEpochsIsComplete() {
    TrainingState state;
    try (TrainingSession session = trainer().epochs(5).build().start(network(), DATA)) {
      session.run();
      state = session.state();
    }
    try (TrainingSession session = trainer().epochs(3).build().start(state, DATA)) {
      TrainingResult result = session.run();
      assertEquals(Outcome.COMPLETED, result.outcome());
      assertEquals(5, result.history().size());
      assertEquals(state.model().weightsSha256(), result.model().weightsSha256());
    }
  }

  @Test
  void aStoppedRunWithEarlyStoppingGoesOnFromItsLastWeightsNotItsBest() {
    TrainerBuilder builder = trainer().epochs(30).earlyStopping(25);
    String expected = builder.build().fit(network(), DATA, DATA).model().weightsSha256();
    TrainingState state;
    try (TrainingSession session = builder.build().start(network(), DATA, DATA)) {
      for (int i = 0; i < 17; i++) {
        session.step();
      }
      session.stop();
      session.step();
      assertEquals(Outcome.STOPPED, session.result().outcome());
      state = session.state();
    }
    try (TrainingSession session = builder.build().start(state, DATA, DATA)) {
      assertEquals(expected, session.run().model().weightsSha256());
    }
  }

  @Test
  void aListenerThatThrowsAtTheEndDoesNotHideADivergence() {
    TrainingListener thrower =
        new TrainingListener() {
          @Override
          public void runEnded(TrainingResult result) {
            throw new IllegalArgumentException("listener");
          }
        };
    Network network = Network.of(REGISTRY, Shape.of(2), "dense(units=2), dense(units=1)");
    TrainingResult result =
        trainer()
            .loss("mean_squared_error")
            .optimizer("sgd(learning_rate=1e30)")
            .listener(thrower)
            .build()
            .fit(network, DATA);
    assertEquals("listener", result.failure().orElseThrow().getSuppressed()[0].getMessage());
  }

  @Test
  void theThreadsOfARefusedResumeEnd() throws InterruptedException {
    TrainingState state;
    try (TrainingSession session = trainer().build().start(network(), DATA)) {
      session.step();
      state = session.state();
    }
    Trainer other = trainer().seed(9).exactThreads(3).build();
    assertThrows(NnException.class, () -> other.start(state, DATA));
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("nn-worker")) {
        thread.join(10_000);
        assertFalse(thread.isAlive());
      }
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
    try (TrainingSession session = trainer().epochs(20).build().start(network(), repeated)) {
      // The compiler allocates once in a while in the thread that it compiles for, so the best of
      // several windows counts. Each lies
      // within an epoch, because the end of an epoch adds to the history.
      long least = Long.MAX_VALUE;
      for (int epoch = 10; epoch < 20; epoch++) {
        while (session.epoch() < epoch || session.batch() < 500) {
          session.step();
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1000; i++) {
          session.step();
        }
        least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      }
      assertEquals(0, least);
    }
  }

  private static Network network() {
    return Network.of(
        REGISTRY,
        Shape.of(2),
        "dense(units=4, activation=tanh), dropout(rate=0.1), dense(units=1, activation=sigmoid)");
  }

  /** Its last step is done, and the epoch is not over: the engine that ends it has not stepped. */
  @Test
  void aRunThatWasInterruptedInItsValidationKnowsTheRateOfItsLastStep() {
    Trainer trainer = trainer().epochs(1).build();
    TrainingState state;
    try (TrainingSession session = trainer.start(network(), DATA, DATA)) {
      assertTrue(session.step());
      Thread.currentThread().interrupt();
      session.step();
      assertTrue(Thread.interrupted());
      state = session.state();
    }
    try (TrainingSession session = trainer.start(state, DATA, DATA)) {
      assertEquals(0.3, session.run().history().get(0).learningRate());
    }
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

package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.PluginException;
import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.core.layer.ActivationLayer;
import dev.nn.core.plugin.PluginRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchingPredictorTest {
  private static final Duration LONG = Duration.ofMinutes(30);
  private static final float STUCK = 1000;
  private static final float REFUSED = -1000;

  private static volatile CountDownLatch stuck = new CountDownLatch(0);
  private static volatile CountDownLatch open = new CountDownLatch(0);

  /** Passes numbers on, except one at which it waits and one at which it fails. */
  record Gate() implements ElementwiseActivation {
    @Override
    public String name() {
      return "acme.gate";
    }

    @Override
    public float value(float z) {
      if (z == REFUSED) {
        throw new IllegalArgumentException("refused");
      }
      if (z == STUCK) {
        stuck.countDown();
        try {
          open.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      return z;
    }

    @Override
    public float derivative(float z, float a) {
      return 1;
    }
  }

  private static final PluginRegistry REGISTRY = TestPlugins.registry().with(new Gate());

  private final Model gate =
      Model.initial(Network.of(REGISTRY, Shape.of(1), new ActivationLayer(new Gate())), 0);

  @AfterEach
  void openTheGate() {
    open.countDown();
  }

  /** Lets a thread of its own ask, and returns when it waits for its answer. */
  private Caller ask(BatchingPredictor predictor, float feature) throws InterruptedException {
    Callable<Float> question = () -> predictor.predict(new float[] {feature})[0];
    FutureTask<Float> answer = new FutureTask<>(question);
    Thread thread = new Thread(answer);
    thread.start();
    while (!answer.isDone()
        && thread.getState() != Thread.State.WAITING
        && thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.sleep(1);
    }
    return new Caller(thread, answer);
  }

  record Caller(Thread thread, Future<Float> answer) {
    float get() throws InterruptedException, ExecutionException {
      return answer.get();
    }

    Throwable failure() {
      return assertThrows(ExecutionException.class, answer::get).getCause();
    }
  }

  /** Lets a batch of so many rows run until the gate opens. */
  private List<Caller> block(BatchingPredictor predictor, int rows) throws InterruptedException {
    open = new CountDownLatch(1);
    stuck = new CountDownLatch(1);
    List<Caller> callers = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      callers.add(ask(predictor, STUCK));
    }
    stuck.await();
    return callers;
  }

  @Test
  void manyCallersGetWhatEachWouldGetAlone() throws Exception {
    Model model =
        Model.initial(
            Network.of(TestPlugins.registry(), Shape.of(5), "dense(units=7, activation=tanh)"), 3);
    Random random = new Random(1);
    List<Future<float[]>> answers = new ArrayList<>();
    List<float[]> expected = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try (BatchingPredictor predictor = model.batching(4, Duration.ofMillis(1))) {
      for (int i = 0; i < 2000; i++) {
        float[] features = new float[5];
        for (int j = 0; j < features.length; j++) {
          features[j] = random.nextFloat();
        }
        expected.add(model.predict(features));
        answers.add(pool.submit(() -> predictor.predict(features)));
      }
      for (int i = 0; i < answers.size(); i++) {
        assertArrayEquals(expected.get(i), answers.get(i).get(), "row " + i);
      }
    } finally {
      pool.shutdown();
      assertTrue(pool.awaitTermination(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void aFullBatchWaitsNoLonger() throws Exception {
    try (BatchingPredictor predictor = gate.batching(3, LONG)) {
      Caller first = ask(predictor, 1);
      Caller second = ask(predictor, 2);
      assertTrue(!first.answer().isDone() && !second.answer().isDone());
      assertEquals(3, predictor.predict(new float[] {3})[0]);
      assertEquals(1, first.get());
      assertEquals(2, second.get());
    }
  }

  @Test
  void oneWhoStaysAloneIsAnsweredWhenTheTimeIsOver() throws Exception {
    try (BatchingPredictor predictor = gate.batching(3, Duration.ofMillis(20))) {
      assertEquals(5, predictor.predict(new float[] {5})[0]);
    }
  }

  @Test
  void whoComesWhileABatchRunsSharesTheNextAndFullOnesGoInTurn() throws Exception {
    try (BatchingPredictor predictor = gate.batching(2, Duration.ZERO)) {
      List<Caller> busy = block(predictor, 1);
      List<Caller> later = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        later.add(ask(predictor, i));
      }
      assertTrue(later.stream().noneMatch(caller -> caller.answer().isDone()));
      open.countDown();
      for (Caller caller : busy) {
        assertEquals(STUCK, caller.get());
      }
      for (int i = 0; i < 5; i++) {
        assertEquals(i, later.get(i).get());
      }
    }
  }

  @Test
  void theErrorOfOneIsNotThatOfTheOthers() throws Exception {
    try (BatchingPredictor predictor = gate.batching(3, LONG)) {
      Caller first = ask(predictor, 1);
      ShapeException size =
          assertThrows(ShapeException.class, () -> predictor.predict(new float[2]));
      assertEquals("the network takes 1 feature (shape (1)), got 2", size.getMessage());
      Caller bad = ask(predictor, REFUSED);
      assertEquals(3, predictor.predict(new float[] {3})[0]);
      assertEquals(1, first.get());
      assertInstanceOf(PluginException.class, bad.failure());
    }
  }

  @Test
  void whoIsInterruptedLeavesAndTheOthersAreAnswered() throws Exception {
    try (BatchingPredictor predictor = gate.batching(4, LONG)) {
      Caller leader = ask(predictor, 1);
      Caller second = ask(predictor, 2);
      Caller third = ask(predictor, 3);
      leader.thread().interrupt();
      assertInstanceOf(InterruptedException.class, leader.failure());
      third.thread().interrupt();
      assertInstanceOf(InterruptedException.class, third.failure());
      assertEquals(4, predictor.predict(new float[] {4})[0]);
      assertEquals(2, second.get());

      Caller alone = ask(predictor, 5);
      alone.thread().interrupt();
      assertInstanceOf(InterruptedException.class, alone.failure());
      List<Caller> four = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        four.add(ask(predictor, i));
      }
      for (int i = 0; i < 4; i++) {
        assertEquals(i, four.get(i).get());
      }
    }
  }

  @Test
  void closingAnswersThoseWhoAreThereAndRefusesOthers() throws Exception {
    BatchingPredictor predictor = gate.batching(3, LONG);
    Caller first = ask(predictor, 1);
    Caller second = ask(predictor, 2);
    predictor.close();
    assertEquals(1, first.get());
    assertEquals(2, second.get());
    assertEquals(
        "the predictor is closed",
        assertThrows(IllegalStateException.class, () -> predictor.predict(new float[] {3}))
            .getMessage());
  }

  @Test
  void closingWhileABatchRunsAnswersWhoeverWaits() throws Exception {
    BatchingPredictor predictor = gate.batching(2, LONG);
    List<Caller> busy = block(predictor, 2);
    Caller third = ask(predictor, 3);
    predictor.close();
    open.countDown();
    assertEquals(3, third.get());
    for (Caller caller : busy) {
      assertEquals(STUCK, caller.get());
    }
  }

  @Test
  void sizesAndTimesThatMakeNoSenseAreRefused() {
    assertEquals(
        "maxRows is 0; a batch has 1 row or more",
        assertThrows(IllegalArgumentException.class, () -> gate.batching(0, Duration.ZERO))
            .getMessage());
    assertEquals(
        "maxWait is PT-0.000000001S; it is zero to an hour",
        assertThrows(IllegalArgumentException.class, () -> gate.batching(1, Duration.ofNanos(-1)))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> gate.batching(1, Duration.ofDays(1)));
  }
}

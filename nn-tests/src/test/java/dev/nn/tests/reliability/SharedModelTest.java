package dev.nn.tests.reliability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One model used by many threads predicts as for one thread, bit for bit. */
class SharedModelTest {
  private static final int THREADS = 8;
  private static final int PREDICTIONS = 100_000;
  private static final int EXAMPLES = 997;

  @Test
  void eightThreadsGetTheBitsOfOne() throws Exception {
    Model model =
        Model.initial(
            Network.of(
                Samples.REGISTRY,
                Shape.of(6),
                "dense(units=9, activation=gelu), batch_normalization, dropout(rate=0.5),"
                    + " dense(units=4, activation=softmax)"),
            4);
    assertEightThreadsGetTheBitsOfOne(model, examples(6), PREDICTIONS);
  }

  /**
   * The products are large enough to be shared with helpers, which work for one thread at a time.
   */
  @Test
  void eightThreadsGetTheBitsOfOneWhereHelpersTakePart() throws Exception {
    Model model =
        Model.initial(
            Network.of(
                Samples.REGISTRY,
                Shape.of(700),
                "dense(units=300, activation=gelu), dense(units=300, activation=relu),"
                    + " dense(units=4, activation=softmax)"),
            4);
    assertEightThreadsGetTheBitsOfOne(model, examples(700), PREDICTIONS / 50);
  }

  private static void assertEightThreadsGetTheBitsOfOne(
      Model model, float[][] examples, int predictions) throws Exception {
    float[][] expected = model.predict(examples);
    for (int i = 0; i < EXAMPLES; i++) {
      assertArrayEquals(expected[i], model.predict(examples[i]));
    }
    Callable<Integer> user =
        () -> {
          int wrong = 0;
          for (int i = 0; i < predictions; i++) {
            float[] found = model.predict(examples[i % EXAMPLES]);
            wrong += Arrays.equals(expected[i % EXAMPLES], found) ? 0 : 1;
          }
          return wrong;
        };
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        results.add(threads.submit(user));
      }
      for (Future<Integer> result : results) {
        assertEquals(0, result.get());
      }
    } finally {
      threads.shutdown();
    }
  }

  private static float[][] examples(int features) {
    Random random = new Random(2);
    float[][] examples = new float[EXAMPLES][features];
    for (float[] example : examples) {
      for (int j = 0; j < example.length; j++) {
        example[j] = (float) random.nextGaussian();
      }
    }
    return examples;
  }
}

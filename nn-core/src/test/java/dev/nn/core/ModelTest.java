package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.metric.Metrics;
import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ModelTest {
  private static final Network NETWORK =
      Network.of(
          TestPlugins.registry(),
          Shape.of(5),
          "dense(units=7, activation=tanh), dense(units=3, activation=sigmoid)");

  @Test
  void parametersAreFoundByName() {
    Model model = Model.initial(NETWORK, 1);
    assertEquals(
        List.of("0.dense.kernel", "0.dense.bias", "1.dense.kernel", "1.dense.bias"),
        model.parameterNames());
    assertEquals(Shape.of(7, 3), model.parameterShape("1.dense.kernel"));
    assertEquals(21, model.parameter("1.dense.kernel").length);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> model.parameter("2.dense.kernel"));
    assertTrue(e.getMessage().contains("1.dense.kernel"), e.getMessage());
  }

  @Test
  void aModelIsMadeFromTheParametersOfAnother() {
    Model model = Model.initial(NETWORK, 1);
    Map<String, float[]> weights = new HashMap<>();
    model.parameterNames().forEach(name -> weights.put(name, model.parameter(name)));
    assertEquals(model.weightsSha256(), Model.of(NETWORK, weights).weightsSha256());

    weights.put("9.dense.kernel", new float[1]);
    assertThrows(ShapeException.class, () -> Model.of(NETWORK, weights));
    weights.remove("9.dense.kernel");
    weights.put("0.dense.bias", new float[6]);
    ShapeException e = assertThrows(ShapeException.class, () -> Model.of(NETWORK, weights));
    assertEquals("0.dense.bias has shape (7), 7 numbers, but 6 are given", e.getMessage());
    weights.remove("0.dense.bias");
    assertThrows(ShapeException.class, () -> Model.of(NETWORK, weights));
  }

  @Test
  void changingACopyOfAParameterDoesNotChangeTheModel() {
    Model model = Model.initial(NETWORK, 1);
    String before = model.weightsSha256();
    model.parameter("0.dense.kernel")[0] = 99;
    assertEquals(before, model.weightsSha256());
  }

  @Test
  void differentSeedsGiveDifferentModels() {
    assertTrue(
        !Model.initial(NETWORK, 0)
            .weightsSha256()
            .equals(Model.initial(NETWORK, 1).weightsSha256()));
  }

  @Test
  void theHashIsThatOfTheLittleEndianBytes() {
    Model model =
        Model.of(
            Network.of(TestPlugins.registry(), Shape.of(1), "dense(units=1)"),
            Map.of("0.dense.kernel", new float[] {1}, "0.dense.bias", new float[] {-2}));
    // printf '\x00\x00\x80\x3f\x00\x00\x00\xc0' | sha256sum
    assertEquals(
        "ee4ac73c2bd27756ab82780f27c73a7bc4d3f0bb6acb37e008bc27eccd7e588b", model.weightsSha256());
  }

  @Test
  void aRowIsPredictedAlikeAloneAndAmongOthers() {
    Model model = Model.initial(NETWORK, 2);
    for (int rows : new int[] {1, 2, 63, 64, 65, 200}) {
      float[][] features = features(rows);
      float[][] together = model.predict(features);
      Matrix into = Matrix.zeros(rows, 3);
      model.predict(Matrix.copyOf(features), into);
      for (int i = 0; i < rows; i++) {
        assertArrayEquals(model.predict(features[i]), together[i]);
        assertArrayEquals(together[i], into.row(i));
      }
    }
    assertEquals(0, model.predict(new float[0][]).length);
  }

  @Test
  void manyThreadsPredictWhatOnePredicts() throws Exception {
    Model model = Model.initial(NETWORK, 2);
    float[][] features = features(200);
    float[][] expected = model.predict(features);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> mismatches = new ArrayList<>();
      for (int t = 0; t < 8; t++) {
        int start = t * 25;
        mismatches.add(
            threads.submit(
                () -> {
                  int wrong = 0;
                  for (int n = 0; n < 20_000; n++) {
                    int i = (start + n) % features.length;
                    if (!Arrays.equals(expected[i], model.predict(features[i]))) {
                      wrong++;
                    }
                  }
                  return wrong;
                }));
      }
      for (Future<Integer> wrong : mismatches) {
        assertEquals(0, wrong.get());
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aWrongNumberOfFeaturesIsRefused() {
    Model model = Model.initial(NETWORK, 2);
    ShapeException e = assertThrows(ShapeException.class, () -> model.predict(new float[4]));
    assertEquals("the network takes 5 features (shape (5)), got 4", e.getMessage());
    assertThrows(ShapeException.class, () -> model.predict(new float[][] {new float[5], {1}}));
    assertThrows(ShapeException.class, () -> model.predict(Matrix.zeros(2, 5), Matrix.zeros(2, 4)));
    assertThrows(
        ShapeException.class,
        () -> model.predict(Dataset.binary(new float[][] {{1, 2}}, new int[] {0})));
  }

  @Test
  void theLabelIsThatOfTheLargestPrediction() {
    Model untrained = Model.initial(NETWORK, 2);
    float[] x = features(1)[0];
    int best = Metrics.argMax(Matrix.rowOf(untrained.predict(x)), 0);
    assertEquals(String.valueOf(best), untrained.predictLabel(x));

    Trainer trainer =
        Trainer.builder()
            .registry(TestPlugins.registry())
            .loss("categorical_crossentropy")
            .optimizer("sgd(learning_rate=0)")
            .epochs(1)
            .seed(2)
            .build();
    Dataset named =
        Dataset.classes(
            features(3), new int[] {0, 1, 2}, new Targets.Classes(List.of("a", "b", "c")));
    assertEquals(
        List.of("a", "b", "c").get(best), trainer.fit(NETWORK, named).model().predictLabel(x));
  }

  @Test
  void whoAsksForAClassWhereThereIsNoneIsToldWhatToCall() {
    Dataset numbers = Dataset.regression(new float[1][2], new float[1][3]);
    assertEquals(
        "this model predicts 3 numbers, not a class; call predict",
        noLabel(numbers, "mean_squared_error", 3));
  }

  private static String noLabel(Dataset data, String loss, int units) {
    Network network = Network.of(TestPlugins.registry(), Shape.of(2), "dense(units=" + units + ")");
    Trainer trainer =
        Trainer.builder()
            .registry(TestPlugins.registry())
            .loss(loss)
            .optimizer("sgd(learning_rate=0)")
            .epochs(1)
            .build();
    Model model = trainer.fit(network, data).model();
    return String.valueOf(
        assertThrows(IllegalStateException.class, () -> model.predictLabel(new float[2]))
            .getMessage());
  }

  private static float[][] features(int rows) {
    CounterRandom random = CounterRandom.of(3);
    float[][] features = new float[rows][5];
    for (float[] row : features) {
      for (int j = 0; j < row.length; j++) {
        row[j] = random.nextFloat() * 4 - 2;
      }
    }
    return features;
  }
}

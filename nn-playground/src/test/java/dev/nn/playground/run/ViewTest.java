package dev.nn.playground.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.Model;
import dev.nn.core.metric.Metric;
import dev.nn.core.metric.Metrics;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.playground.recipe.Plan;
import dev.nn.playground.recipe.Recipe;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewTest {
  private static final PluginRegistry REGISTRY = PluginRegistry.load();

  private static Plan plan(String recipe) {
    return Recipe.parse(recipe).plan(REGISTRY);
  }

  private static Frame frame(Plan plan, Model model) {
    return new View(plan, REGISTRY)
        .frame(new Snapshot(1, model, plan.recipe().steps(), 1, 0, State.PAUSED, ""));
  }

  private static Map<String, float[]> weights(Model model) {
    Map<String, float[]> weights = new TreeMap<>();
    model.parameterNames().forEach(name -> weights.put(name, model.parameter(name)));
    return weights;
  }

  @Test
  void thePictureIsWhatTheModelPredicts() {
    Plan plan = plan("data=moons&steps=200");
    Model model = plan.trained();
    byte[] answers = frame(plan, model).answers();
    for (int row : new int[] {0, 20, 63}) {
      for (int column : new int[] {0, 31, 50, 63}) {
        float x = (float) (1.6 * ((2 * column + 1) / 64.0 - 1));
        float y = (float) (-1.6 * ((2 * row + 1) / 64.0 - 1));
        double prediction = model.predict(new float[] {x, y})[0];
        assertEquals(
            128 + Math.round(127 * (2 * prediction - 1)),
            Byte.toUnsignedInt(answers[row * 64 + column]));
      }
    }
  }

  @Test
  void aNeuronsPictureIsItsOwnOutput() {
    Plan plan = plan("layers=2,1");
    Model model =
        Model.of(
            plan.network(),
            Map.of(
                "0.dense.kernel", new float[] {1, 0, 0, -1},
                "0.dense.bias", new float[] {0, 0},
                "1.dense.kernel", new float[] {0, 0},
                "1.dense.bias", new float[] {0.5f},
                "2.dense.kernel", new float[] {0},
                "2.dense.bias", new float[] {0}));
    Frame frame = frame(plan, model);
    byte[] first = frame.pictures().get(0);
    double largest = Math.tanh(1.575);
    for (int column = 0; column < 32; column++) {
      double x = 1.6 * ((4 * column + 1) / 64.0 - 1);
      assertEquals(
          128 + 127 * Math.tanh(x) / largest, Byte.toUnsignedInt(first[column]), 0.6, "x " + x);
      double y = -1.6 * ((4 * column + 1) / 64.0 - 1);
      assertEquals(
          128 + 127 * Math.tanh(-y) / largest,
          Byte.toUnsignedInt(first[32 * 32 + 32 * column]),
          0.6,
          "y " + y);
    }
    assertEquals(255, Byte.toUnsignedInt(frame.pictures().get(1)[7]));
    assertEquals(128, Byte.toUnsignedInt(frame.answers()[99]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"data=xor", "data=digits", "loss=hinge", "loss=categorical_crossentropy"})
  void lossAndAccuracyAreThoseOfTheModel(String recipe) {
    Plan plan = plan(recipe + "&steps=150");
    Model model = plan.trained();
    Frame frame = frame(plan, model);
    Metric metric =
        Metrics.of(recipe.contains("hinge") ? "binary_accuracy(threshold=0)" : "accuracy");
    assertEquals(model.evaluate(plan.trainingSet(), metric), frame.trainAccuracy(), 1e-12);
    assertEquals(model.evaluate(plan.dataset(plan.test()), metric), frame.testAccuracy(), 1e-12);
    assertTrue(frame.trainLoss() > 0 && frame.testLoss() > 0);
  }

  /** ‖∂L/∂(W, b)‖ of each layer, against the slope of the loss along each weight. */
  @Test
  void theGradientsAreTheSlopesOfTheLoss() {
    Plan plan = plan("layers=3,2&steps=20&noise=0.2");
    Model model = plan.trained();
    Measured measured = new Measured(plan, plan.train());
    double[] squares = new double[3];
    float h = 1f / 64;
    weights(model)
        .forEach(
            (name, values) -> {
              for (int i = 0; i < values.length; i++) {
                double slope =
                    (4 * slope(plan, model, measured, name, i, h / 2)
                            - slope(plan, model, measured, name, i, h))
                        / 3;
                squares[name.charAt(0) - '0'] += slope * slope;
              }
            });
    Frame frame = frame(plan, model);
    for (int layer = 0; layer < 3; layer++) {
      double norm = Math.sqrt(squares[layer]);
      assertEquals(norm, frame.layers().orElseThrow().get(layer).gradient(), 2e-4 * norm);
    }
  }

  private static double slope(
      Plan plan, Model model, Measured measured, String name, int index, float h) {
    Map<String, float[]> weights = weights(model);
    float[] values = weights.get(name);
    float before = values[index];
    values[index] = before + h;
    double up = measured.of(Model.of(plan.network(), weights)).loss();
    double step = values[index];
    values[index] = before - h;
    step -= values[index];
    return (up - measured.of(Model.of(plan.network(), weights)).loss()) / step;
  }

  @Test
  void unitsThatCannotLearnAreCounted() {
    Plan plan = plan("layers=4&activation=relu&initializer=constant(value=-9)&noise=0&data=xor");
    Model model =
        Model.of(
            plan.network(),
            Map.of(
                "0.dense.kernel", new float[8],
                "0.dense.bias", new float[] {-1, -1, 1, 1},
                "1.dense.kernel", new float[4],
                "1.dense.bias", new float[1]));
    assertEquals(2, frame(plan, model).layers().orElseThrow().get(0).health().orElseThrow().dead());
  }
}

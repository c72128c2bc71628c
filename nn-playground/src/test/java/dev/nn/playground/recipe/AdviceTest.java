package dev.nn.playground.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.TrainingException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages are the engine's own, so that a change of its words is noticed here. */
class AdviceTest {
  private static Plan plan(String recipe) {
    return Recipe.parse(recipe).plan(PluginRegistry.load());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          activation=relu                          | all 8 units of layer 2 (dense) (relu) are dead: their derivative is 0 for every example, so nothing before them learns; try a smaller learning rate than 0.03, or he_normal as initializer, or leaky_relu as activation
          activation=relu&initializer=he_normal    | all 8 units of layer 2 (dense) (relu) are dead: their derivative is 0 for every example, so nothing before them learns; try a smaller learning rate than 0.03, or leaky_relu as activation
          activation=sigmoid&initializer=he_normal&optimizer=sgd | 8 of 8 units of layer 2 (dense) (sigmoid) are saturated: nearly every example is so far from zero there that the derivative is almost 0, so nothing before them learns; try a smaller learning rate than 0.01, or xavier_normal as initializer, or relu as activation
          """)
  void onlyWhatCanBeChangedIsAdvised(String recipe, String advice) {
    Plan plan = plan(recipe);
    Model start = Model.initial(plan.network(), 1);
    Map<String, float[]> weights = new HashMap<>();
    start.parameterNames().forEach(name -> weights.put(name, start.parameter(name)));
    weights.put("1.dense.kernel", new float[64]);
    weights.put("1.dense.bias", new float[] {-99, -99, -99, -99, -99, -99, -99, -99});
    String problem =
        Model.of(plan.network(), weights).health(plan.trainingSet()).get(1).problem().orElseThrow();
    assertEquals(advice, plan.advice().ofLayer(problem));
  }

  @Test
  void aDivergenceNamesTheLayerAsTheTableDoesAndTheLearningRate() {
    Plan plan =
        plan(
            "loss=mean_squared_error&output=identity&optimizer=sgd(learning_rate=50)&activation=relu&steps=900");
    String message =
        String.valueOf(assertThrows(TrainingException.class, plan::trained).getMessage());
    String ours = plan.advice().ofFailure(message);
    assertEquals(
        message
            .replaceFirst("; try .*", "")
            .replace("layer 2 (", "layer 3 (")
            .replace("layer 1 (", "layer 2 (")
            .replace("layer 0 (", "layer 1 ("),
        ours.replaceFirst("; try .*", ""));
    assertEquals("; try a smaller learning rate than 50", ours.substring(ours.indexOf("; try ")));
  }
}

package dev.nn.playground.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.NnException;
import dev.nn.core.metric.Metrics;
import dev.nn.core.plugin.PluginRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeTest {
  private static final PluginRegistry REGISTRY = PluginRegistry.load();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "data=moons&count=60&noise=0.25&seed=-7&layers=3,4,5&batch=7&l1=0.001&l2=1.0E-4&steps=12",
        "data=digits&layers=none",
        "data=points&points=-0.5,1.25,0;1.0,-1.0,1",
        "activation=leaky_relu(negative_slope=0.2)&optimizer=sgd(learning_rate=0.1, momentum=0.9)",
        "activation=leaky_relu(negative_slope%3D0.2)&output=tanh&loss=mean_squared_error"
      })
  void whatIsWrittenIsReadBack(String text) {
    Recipe recipe = Recipe.parse(text);
    assertEquals(recipe, Recipe.parse(recipe.toString()));
    assertEquals(recipe.toString(), Recipe.parse(recipe.toString()).toString());
  }

  @Test
  void theTextIsSafeBetweenTheQuotesOfAShellAndInAnAddress() {
    String nasty = "acme.named(title=\"it's <b> 100% #1 & more\")";
    Recipe recipe = Recipe.parse("activation=" + Address.encoded(nasty));
    assertEquals(nasty, recipe.activation());
    assertTrue(recipe.toString().matches("[A-Za-z0-9=&,.()_+%:;-]*"), recipe.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          data=rings                    | data must be one of circles, xor, moons, spirals, digits, points, not "rings"
          layers=8,99                   | layers must be the widths of at most 6 hidden layers, each from 1 to 16, such as 8,8, or none; not "8,99"
          layers=1,1,1,1,1,1,1          | layers must be the widths of at most 6
          seed=one                      | seed must be a whole number from
          noise=NaN                     | noise must be a number from 0 to 0.5, not "NaN"
          noise=-1                      | noise must be a number from 0 to 0.5, not "-1"
          batch=0                       | batch must be a whole number from 1 to 800, not "0"
          colour=red                    | "colour=red" in the address means nothing here; what may be set is data, count
          nonsense                      | "nonsense" in the address means nothing here
          seed=1&seed=2                 | seed is in the address twice
          seed=%zz                      | seed: a % in the address stands before two digits
          data=points                   | no points are placed: click into the picture
          points=9,9,9                  | points has "9,9,9"; a point is x,y,class
          points=1,1,2                  | points has "1,1,2"; a point is x,y,class
          activation=rleu               | activation: unknown activation "rleu"
          activation=elu(alfa=2)        | activation: elu has no option alfa
          optimizer=adam(learning_rate) | optimizer:
          loss=poison                   | loss: unknown loss "poison"
          output=sofmax                 | output: unknown activation "sofmax"
          initializer=he                | initializer: unknown initializer "he"
          """)
  void nonsenseIsRefusedInWords(String text, String message) {
    String said =
        String.valueOf(
            assertThrows(NnException.class, () -> Recipe.parse(text).plan(REGISTRY)).getMessage());
    assertTrue(said.startsWith(message) || said.contains(message), said);
  }

  @Test
  void anAddressWithoutEndIsNotRead() {
    String longOne = "points=" + "0.5,0.5,1;".repeat(3000);
    assertTrue(
        String.valueOf(assertThrows(NnException.class, () -> Recipe.parse(longOne)).getMessage())
            .startsWith("the address has 30007 characters, but no more than 20000 are read"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          circles | binary_crossentropy      |  1 | true  | sigmoid
          circles | categorical_crossentropy |  2 | false | softmax
          circles | kl_divergence            |  2 | false | softmax
          circles | mean_squared_error       |  1 | true  | identity
          circles | hinge                    |  1 | true  | identity
          circles | gaussian_nll             |  2 | true  | identity
          circles | poisson                  |  1 | true  | sigmoid
          circles | cosine_similarity        |  2 | false | identity
          digits  | categorical_crossentropy | 10 | false | softmax
          digits  | binary_crossentropy      | 10 | false | sigmoid
          digits  | mean_squared_error       | 10 | false | identity
          """)
  void theLastLayerIsWhatTheLossNeeds(
      String data, String loss, int outputs, boolean isBinary, String activation) {
    Goal goal = Recipe.parse("data=" + data + "&loss=" + loss).plan(REGISTRY).goal();
    assertEquals(outputs, goal.outputs());
    assertEquals(isBinary, goal.isBinary());
    assertEquals(activation, goal.activation());
  }

  /** Committed, since links are shared: the same address means the same weights for ever. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          steps=100               | @circles
          data=xor&steps=100      | @xor
          data=moons&steps=100    | @moons
          data=spirals&steps=100  | @spirals
          data=digits&steps=100   | @digits
          data=points&points=-0.5,1.25,0;1.0,-1.0,1&steps=100 | @points
          """)
  void anAddressMeansTheSameWeightsForEver(String text, String sha256) {
    assertEquals(sha256, Recipe.parse(text).plan(REGISTRY).trained().weightsSha256());
  }

  @Test
  void theDefaultLearnsItsCircles() {
    Plan plan = Recipe.parse("steps=600").plan(REGISTRY);
    double accuracy =
        plan.trained()
            .evaluate(plan.dataset(plan.test()), Metrics::accuracy);
    assertTrue(accuracy > 0.97, "accuracy " + accuracy);
  }
}

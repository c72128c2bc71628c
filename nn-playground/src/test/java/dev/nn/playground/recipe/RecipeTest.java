package dev.nn.playground.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.NnException;
import dev.nn.core.metric.Metrics;
import dev.nn.core.plugin.PluginRegistry;
import java.util.List;
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
  void allThatIsWrongIsSaidAtOnce() {
    NnException values =
        assertThrows(NnException.class, () -> Recipe.parse("data=rings&seed=one&batch=0"));
    assertEquals(
        List.of("data must be one", "seed must be a wh", "batch must be a w"),
        String.valueOf(values.getMessage())
            .lines()
            .map(line -> line.substring(0, 17).strip())
            .toList());
    NnException plugins =
        assertThrows(
            NnException.class,
            () -> Recipe.parse("activation=rleu&initializer=he&loss=poison").plan(REGISTRY));
    assertEquals(
        List.of("activation", "initializer", "loss"),
        String.valueOf(plugins.getMessage())
            .lines()
            .filter(line -> line.contains(": no "))
            .map(line -> line.substring(0, line.indexOf(':')))
            .toList());
  }

  @Test
  void pointsAloneAreTheData() {
    Recipe recipe = Recipe.parse("points=1,1,0");
    assertEquals("points", recipe.data());
    assertEquals(1, recipe.plan(REGISTRY).train().points().size());
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
          data=points                   | no points are given: write x, y and class of each
          data=xor&points=1,1,0         | there are points, but data is xor: write data=points to train with them
          points=9,9,9                  | points has "9,9,9"; a point is x,y,class
          points=1,1,2                  | points has "1,1,2"; a point is x,y,class
          activation=rleu               | activation: no activation "rleu" is installed. Did you mean relu?
          activation=elu(alfa=2)        | activation: elu has no option alfa
          optimizer=adam(learning_rate) | optimizer:
          loss=poison                   | loss: no loss "poison" is installed. Did you mean poisson?
          output=sofmax                 | output: no activation "sofmax" is installed
          initializer=he                | initializer: no initializer "he" is installed
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
          steps=100               | 2a5076fde8e89af0fb493af6cd13c3fb4416bab79f6d336c2c454b929d23faa4
          data=xor&steps=100      | 6ab970fc196a5df1b1f824ccafa7c359da9b951d45a0e4b9022cd308735b3170
          data=moons&steps=100    | bd89221e200b0dfa25e709dd1c0db09ab82377fa69e2a920e06eeeb96ccf9af2
          data=spirals&steps=100  | 271189ab1c7b012e6ccf683ca5a81194a500d628dbb869bcb4997afb07b392d1
          data=digits&steps=100   | 2a5951beffaf10e2271e9e05681b27ee8c0a97da77b12523feefa651d0ab22ff
          data=points&points=-0.5,1.25,0;1.0,-1.0,1&steps=100 | acea109dff8c74f187abbb19b3129913b4547589e8d07cbbaa3860f98180ce0e
          """)
  void anAddressMeansTheSameWeightsForEver(String text, String sha256) {
    assertEquals(sha256, Recipe.parse(text).plan(REGISTRY).trained().weightsSha256());
  }

  @Test
  void theDefaultLearnsItsCircles() {
    Plan plan = Recipe.parse("steps=600").plan(REGISTRY);
    double accuracy = plan.trained().evaluate(plan.dataset(plan.test()), Metrics::accuracy);
    assertTrue(accuracy > 0.97, "accuracy " + accuracy);
  }

  @Test
  void moreStepsThanARunHasAreRefused() {
    Recipe most = Recipe.parse("data=circles&count=10&batch=10&layers=none&steps=100000");
    assertEquals(100_000, most.plan(PluginRegistry.load()).recipe().steps());
    Recipe more = Recipe.parse("data=circles&count=10&batch=10&layers=none&steps=100001");
    NnException e = assertThrows(NnException.class, () -> more.plan(PluginRegistry.load()));
    assertTrue(e.getMessage().endsWith("at most steps=100000"), e.getMessage());
  }
}

package dev.nn.examples.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.examples.Console;
import dev.nn.examples.Console.Run;
import dev.nn.playground.Playground;
import dev.nn.playground.recipe.Plan;
import dev.nn.playground.recipe.Recipe;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PlaygroundCommandTest {

  /** The hash is that of nn-playground's own test. */
  @Test
  void itTrainsWithoutAPageToTheWeightsOfOne() {
    Run run = Console.nn("playground", "--train", "data=moons&steps=100");
    assertEquals(0, run.status(), run.err());
    assertEquals(
        "weights sha256 bd89221e200b0dfa25e709dd1c0db09ab82377fa69e2a920e06eeeb96ccf9af2",
        run.lastLine());
  }

  @Test
  void aWrongStateIsAnsweredInWords() {
    Run unknown = Console.nn("playground", "--train", "data=rings&steps=5");
    assertEquals(2, unknown.status());
    assertTrue(unknown.err().contains("--train: data must be one of circles"), unknown.err());
    Run elsewhere = Console.nn("playground", "--train", "data=xor&points=1,1,0");
    assertEquals(2, elsewhere.status());
    assertTrue(elsewhere.err().contains("write data=points"), elsewhere.err());
  }

  /** The page shows the command of its first step too. */
  @Test
  void withoutAnyStepItPrintsTheFirstWeights() {
    Run run = Console.nn("playground", "--train", "data=moons&steps=0");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("steps          0, so these are the first weights"), run.out());
    Plan plan = Recipe.parse("data=moons").plan(PluginRegistry.load());
    assertEquals(
        "weights sha256 " + Model.initial(plan.network(), 1).weightsSha256(), run.lastLine());
  }

  @Test
  void aTrainingThatDivergesFails() {
    Run run =
        Console.nn(
            "playground",
            "--train",
            "loss=mean_squared_error&activation=relu&optimizer=sgd(learning_rate=1e9)&steps=900");
    assertEquals(1, run.status());
    assertTrue(run.err().contains("; try a smaller learning rate than 1"), run.err());
    assertFalse(run.err().contains("layer 0"), run.err());
  }

  @Test
  void aPortThatIsTakenIsAnsweredWithAnother() throws IOException {
    try (Playground other = Playground.open(PluginRegistry.load(), 0)) {
      int port = other.address().getPort();
      Run run = Console.nn("playground", "--port", String.valueOf(port));
      assertEquals(2, run.status());
      assertTrue(run.err().contains("port " + port + " is taken"), run.err());
    }
    assertEquals(2, Console.nn("playground", "--port", "70000").status());
  }
}

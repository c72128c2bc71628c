package dev.nn.tests.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.plugin.PluginRegistry;
import dev.nn.playground.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/playground.md shows compiles, and the hash in it is the one that comes out. */
class PlaygroundGuideTest {
  private static final String RECIPE = "data=moons&steps=1000";

  @Test
  void theProgramCompiles(@TempDir Path folder) throws IOException {
    String program = Page.of("docs/playground.md").javaBlock("class Again");
    Page.compile(folder, "Again", program);
    assertTrue(program.contains("\"" + RECIPE + "\""));
  }

  @Test
  void theHashIsThatOfTheCommand() throws IOException {
    String text = Page.of("docs/playground.md").text();
    String sha256 = Recipe.parse(RECIPE).plan(PluginRegistry.load()).trained().weightsSha256();
    assertTrue(text.contains("./nn playground --train '" + RECIPE + "'\n"));
    assertTrue(text.contains("\nweights sha256 " + sha256 + "\n"), sha256);
  }
}

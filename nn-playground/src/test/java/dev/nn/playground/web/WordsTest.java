package dev.nn.playground.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.playground.recipe.Plan;
import dev.nn.playground.recipe.Recipe;
import dev.nn.playground.run.Snapshot;
import dev.nn.playground.run.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  private static final PluginRegistry REGISTRY = PluginRegistry.load();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data=spirals&layers=4,4&l2=0.001&steps=150",
        "data=digits&layers=none&steps=33&seed=-9",
        "data=points&points=-0.5,1.25,0;1.0,-1.0,1&activation=leaky_relu(negative_slope=0.2)&steps=20"
      })
  void theJavaProgramTrainsToTheSameWeights(String text, @TempDir Path folder) throws Exception {
    Plan plan = Recipe.parse(text).plan(REGISTRY);
    Snapshot snapshot =
        new Snapshot(1, plan.trained(), plan.recipe().steps(), 1, 0, State.PAUSED, "");
    Path source = folder.resolve("Reproduce.java");
    Files.writeString(source, field(Words.of(plan, snapshot), "java"));
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                source.toString()));
    assertEquals("weights sha256 " + snapshot.model().weightsSha256(), printed(folder).trim());
  }

  private static String printed(Path folder) throws Exception {
    PrintStream usual = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      loader
          .loadClass("Reproduce")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(usual);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String field(byte[] json, String name) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        if (name.equals(parser.currentName()) && parser.currentToken().isScalarValue()) {
          return parser.getText();
        }
      }
    }
    throw new AssertionError("no " + name);
  }
}

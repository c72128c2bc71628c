package dev.nn.tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Kind;
import dev.nn.api.Shape;
import dev.nn.core.Network;
import dev.nn.core.plugin.PluginRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles and does what it says. */
class ReadmeTest {
  private static final Pattern CLASS_NAME = Pattern.compile("public (?:class|record) (\\w+)");

  @TempDir private Path folder;

  @Test
  void theExampleTrainsAndPrintsItsAccuracy() throws Exception {
    Path classes = compile(javaBlocks().get(0));
    PrintStream stdout = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = loader(classes)) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader
          .loadClass("Digits")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(stdout);
    }
    String[] words = printed.toString(StandardCharsets.UTF_8).strip().split(" ");
    assertEquals("accuracy", words[1]);
    assertTrue(Double.parseDouble(words[2]) > 0.95, words[2]);
  }

  @Test
  void theExampleIsFifteenLinesInsideItsMethod() throws Exception {
    long statements = javaBlocks().get(0).lines().filter(line -> line.startsWith("    ")).count();
    assertTrue(statements <= 15, statements + " lines");
  }

  @Test
  void thePluginIsFoundByNameWithTheOneLineThatTheReadmeShows() throws Exception {
    String source = javaBlocks().get(1);
    assertTrue(source.lines().count() <= 14, "ten lines and the package");
    Path classes = compile(source);
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Matcher line =
        Pattern.compile("`META-INF/services/(\\S+)`:\n\n```\n(.*?)```", Pattern.DOTALL)
            .matcher(Page.of("README.md").text());
    assertTrue(line.find(), "the README shows a registration line");
    Files.writeString(services.resolve(line.group(1)), line.group(2));
    try (URLClassLoader loader = loader(classes)) {
      PluginRegistry registry = PluginRegistry.load(loader);
      assertEquals("z³", registry.activation("acme.cube").description());
      assertTrue(registry.names(Kind.ACTIVATION).contains("acme.cube"));
      Network.of(registry, Shape.of(3), "dense(units=32, activation=acme.cube)");
    }
  }

  private Path compile(String source) throws Exception {
    Matcher name = CLASS_NAME.matcher(source);
    assertTrue(name.find());
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Page.compile(classes, name.group(1), source);
    return classes;
  }

  private URLClassLoader loader(Path classes) throws Exception {
    return new URLClassLoader(
        new URL[] {classes.toUri().toURL()}, ReadmeTest.class.getClassLoader());
  }

  private static List<String> javaBlocks() throws Exception {
    return Page.of("README.md").javaBlocks();
  }
}

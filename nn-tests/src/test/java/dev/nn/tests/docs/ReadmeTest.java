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
    String[] words = printed(javaBlocks().get(0), "Digits").get(0).split(" ");
    assertEquals("accuracy", words[1]);
    assertTrue(Double.parseDouble(words[2]) > 0.95, words[2]);
  }

  @Test
  void theExampleIsFifteenLinesInsideItsMethod() throws Exception {
    long statements = javaBlocks().get(0).lines().filter(line -> line.startsWith("    ")).count();
    assertTrue(statements <= 15, statements + " lines");
  }

  @Test
  void theWholePathOfATableIsTwentyLines() throws Exception {
    StringBuilder text = new StringBuilder("id,size,place,price\n");
    for (int i = 0; i < 200; i++) {
      int size = 50 + i * 37 % 100;
      boolean isTown = i % 3 == 0;
      text.append(
          "h%s,%s,%s,%s\n".formatted(i, size, isTown ? "town" : "farm", size * (isTown ? 3 : 2)));
    }
    Path table = Files.writeString(folder.resolve("houses.csv"), text);
    String source = Page.of("README.md").javaBlock("class Houses");
    assertTrue(source.lines().filter(line -> !line.isBlank()).count() <= 20, source);
    List<String> lines =
        printed(
            source, "Houses", table.toString(), folder.resolve("houses.safetensors").toString());
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("rmse ")), lines::toString);
    assertEquals(360, Double.parseDouble(lines.get(lines.size() - 1)), 20);
  }

  private List<String> printed(String source, String name, String... arguments) throws Exception {
    PrintStream stdout = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = loader(compile(source))) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) arguments);
    } finally {
      System.setOut(stdout);
    }
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void thePluginIsFoundByNameWithTheOneLineThatTheReadmeShows() throws Exception {
    String source = Page.of("README.md").javaBlock("record Cube");
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

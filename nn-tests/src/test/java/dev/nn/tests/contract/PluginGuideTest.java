package dev.nn.tests.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.testkit.ActivationContract;
import dev.nn.testkit.RegistryContract;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests that docs/plugins.md shows compile, and the plugin that it shows passes them. */
class PluginGuideTest {
  private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void theShownTestCompilesAndThePluginOfTheGuidePassesIt() throws Exception {
    compile("Bent", "import dev.nn.api.*;\n" + block("record Bent("));
    compile("BentTest", block("class BentTest"));
    try (URLClassLoader loader = loader()) {
      ActivationContract test = (ActivationContract) make(loader, "BentTest");
      assertEquals("acme.bent", test.plugin().name());
      test.p2OptionsRoundTrip();
      test.p3SpecRoundTrip();
      test.p5OutOfRangeIsRefused();
      test.a1ForwardWritesItsResultOnly();
      test.a7Derivative();
      test.a8BulkEqualsScalar();
    }
  }

  @Test
  void theShownTestOfAllPluginsFindsThem() throws Exception {
    compile("AllPluginsTest", block("class AllPluginsTest"));
    try (URLClassLoader loader = loader()) {
      RegistryContract test = (RegistryContract) make(loader, "AllPluginsTest");
      assertEquals(test.plugins().count(), test.everyPluginKeepsTheRules(entries -> {}).count());
    }
  }

  private static Object make(ClassLoader loader, String name) throws Exception {
    var constructor = loader.loadClass(name).getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  private void compile(String name, String source) throws Exception {
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-classpath",
                folder + File.pathSeparator + System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                file.toString());
    assertEquals(0, status, "the compiler's messages are above");
  }

  private URLClassLoader loader() throws Exception {
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, PluginGuideTest.class.getClassLoader());
  }

  private static String block(String start) throws Exception {
    Path root = Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
    List<String> blocks =
        JAVA_BLOCK
            .matcher(Files.readString(root.resolve("docs").resolve("plugins.md")))
            .results()
            .map(result -> result.group(1))
            .filter(block -> block.contains(start))
            .toList();
    assertEquals(1, blocks.size(), "Java blocks of docs/plugins.md with " + start);
    return blocks.get(0);
  }
}

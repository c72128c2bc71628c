package dev.nn.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Kind;
import dev.nn.api.PluginException;
import dev.nn.api.SpecException;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars that are on no path of the program. */
class LoadedJarsTest {
  private static final String SERVICES = "META-INF/services/dev.nn.api.Activation";

  @TempDir private Path folder;

  private Path one;
  private Path two;

  @BeforeEach
  void makeFolders() throws IOException {
    one = Files.createDirectory(folder.resolve("one"));
    two = Files.createDirectory(folder.resolve("two"));
  }

  /** A library that knows its version. */
  private Path library(Path jar, int version) {
    String source =
        "package lib; public class Version { public static int number() { return %s; }}";
    return PluginJars.jar(jar, compiled(Map.of("lib.Version", source.formatted(version))));
  }

  /** An activation that is described by the version of the library that it sees. */
  private Path plugin(Path jar, String name) {
    return PluginJars.jar(jar, pluginFiles(name));
  }

  private Map<String, byte[]> pluginFiles(String name) {
    String type =
        "acme." + name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    Map<String, byte[]> files =
        compiled(
            Map.of(
                type,
                "package acme; public record %s() implements dev.nn.api.ElementwiseActivation {"
                        .formatted(type.substring(5))
                    + " public String name() { return \"acme.%s\"; }".formatted(name)
                    + " public String description() { return \"version \" + lib.Version.number(); }"
                    + " public float value(float z) { return Later.value(z); }"
                    + " public float derivative(float z, float a) { return 1; } }",
                "acme.Later",
                "package acme; class Later { static float value(float z) { return z; }}",
                "lib.Version",
                "package lib; public class Version { public static int number() { return 0; }}"));
    files.remove("lib/Version.class");
    files.put(SERVICES, PluginJars.bytes(type + "\n"));
    return files;
  }

  private Map<String, byte[]> compiled(Map<String, String> sources) {
    return PluginJars.filesOf(PluginJars.compile(folder, sources), "");
  }

  private static String description(PluginRegistry registry, String name) {
    return registry.activation(name).description();
  }

  @Test
  void twoVersionsOfOneLibraryInTwoPluginsDoNotMeet() {
    plugin(one.resolve("plugin.jar"), "left");
    library(one.resolve("lib.jar"), 1);
    plugin(two.resolve("plugin.jar"), "right");
    library(two.resolve("lib.jar"), 2);
    try (PluginRegistry registry = PluginRegistry.load(one, two)) {
      assertEquals("version 1", description(registry, "acme.left"));
      assertEquals("version 2", description(registry, "acme.right"));
    }
  }

  @Test
  void librariesInsideTheJarsOfPluginsDoNotMeetEither() {
    for (int version : new int[] {1, 2}) {
      Map<String, byte[]> files = pluginFiles("p" + version);
      files.putAll(PluginJars.filesOf(unpacked(version), "lib/"));
      PluginJars.jar(one.resolve(version + ".jar"), files);
    }
    try (PluginRegistry registry = PluginRegistry.load(one)) {
      assertEquals("version 1", description(registry, "acme.p1"));
      assertEquals("version 2", description(registry, "acme.p2"));
    }
  }

  private Path unpacked(int version) {
    String source =
        "package lib; public class Version { public static int number() { return %s; }}";
    return PluginJars.compile(folder, Map.of("lib.Version", source.formatted(version)));
  }

  @Test
  void aLibraryThatIsGivenItselfOrLiesInAFolderOfLibrariesIsSeenByAllPlugins() {
    Path plugin = plugin(folder.resolve("plugin.jar"), "left");
    Path other = plugin(two.resolve("plugin.jar"), "right");
    Path library = library(one.resolve("lib.jar"), 5);
    for (Path place : List.of(library, one)) {
      try (PluginRegistry registry = PluginRegistry.load(place, plugin, other)) {
        assertEquals("version 5", description(registry, "acme.left"));
        assertEquals("version 5", description(registry, "acme.right"));
      }
    }
  }

  @Test
  void aPluginGetsItsOwnLibraryAlsoWhereTheProgramHasAnother() throws IOException {
    plugin(one.resolve("plugin.jar"), "left");
    library(one.resolve("lib.jar"), 1);
    Path ofProgram = library(two.resolve("lib.jar"), 9);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader program = PluginJars.loader(List.of(ofProgram))) {
      thread.setContextClassLoader(program);
      try (PluginRegistry registry = PluginRegistry.load(one)) {
        assertEquals("version 1", description(registry, "acme.left"));
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void thePluginsOfTheProgramAreThereTooAndNothingIsTwiceThatIsNamedTwice() {
    Path jar = plugin(one.resolve("plugin.jar"), "left");
    library(one.resolve("lib.jar"), 1);
    try (PluginRegistry registry = PluginRegistry.load(one, jar, one)) {
      assertEquals("activation", registry.layer("activation(activation=acme.left)").name());
      assertEquals(
          1,
          registry.plugins(Kind.ACTIVATION).stream()
              .filter(plugin -> plugin.name().equals("acme.left"))
              .count());
    }
  }

  @Test
  void oneClassInTwoJarsIsAClashThatNamesBoth() {
    Path first = plugin(one.resolve("acme-1.jar"), "left");
    Path second = plugin(two.resolve("acme-2.jar"), "left");
    Path library = library(folder.resolve("lib.jar"), 1);
    try (PluginRegistry registry = PluginRegistry.load(first, second, library)) {
      SpecException error =
          assertThrows(SpecException.class, () -> registry.activation("acme.left"));
      assertEquals(
          """
          activation "acme.left" is provided 2 times:
            acme.Left in %s
            acme.Left in %s
          Remove all but one\
          """
              .formatted(first, second),
          error.problem());
    }
  }

  @Test
  void aFolderOfClassesIsOnePlugin() {
    Path classes =
        PluginJars.compile(
            folder, Map.of("acme.Bad", "package acme;\n" + FaultyJar.named("plain")));
    PluginJars.write(classes.resolve(SERVICES), "acme.Bad\n");
    try (PluginRegistry registry = PluginRegistry.load(classes)) {
      assertEquals("acme.Bad in " + classes, registry.origin(Kind.ACTIVATION, "plain").toString());
    }
  }

  @Test
  void aModuleDescriptorAloneNamesPluginsWhereTheFrameworkIsNoModule() {
    Path classes =
        PluginJars.compile(
            folder,
            Map.of(
                "module-info",
                "module acme { requires dev.nn.api; provides dev.nn.api.Activation with acme.Bad; }",
                "acme.Bad",
                "package acme;\n" + FaultyJar.named("modular")),
            "--module-path",
            PluginJars.locationOf(Activation.class)
                + java.io.File.pathSeparator
                + PluginJars.locationOf(dev.nn.math.Matrix.class));
    Path jar = PluginJars.jar(one.resolve("acme.jar"), PluginJars.filesOf(classes, ""));
    try (PluginRegistry registry = PluginRegistry.load(jar)) {
      assertEquals("modular", registry.activation("modular").name());
      assertEquals(List.of(), registry.faults());
    }
  }

  @Test
  void whatIsMissingOrNoJarIsRefusedByItsName() throws IOException {
    Path missing = folder.resolve("cub.jar");
    assertEquals(
        missing + ": there is no such file or folder",
        assertThrows(PluginException.class, () -> PluginRegistry.load(missing)).getMessage());
    Path text = Files.writeString(folder.resolve("text.jar"), "no zip");
    String message =
        assertThrows(PluginException.class, () -> PluginRegistry.load(text)).getMessage();
    assertTrue(message.startsWith(text + ": it cannot be read as a jar: "), message);
  }

  @Test
  void aBrokenPluginIsAFaultAndDisablesNoOther() {
    Map<String, byte[]> broken = pluginFiles("broken");
    broken.remove("acme/Broken.class");
    PluginJars.jar(one.resolve("broken.jar"), broken);
    plugin(one.resolve("plugin.jar"), "left");
    library(one.resolve("lib.jar"), 1);
    try (PluginRegistry registry = PluginRegistry.load(one)) {
      assertEquals("version 1", description(registry, "acme.left"));
      assertEquals(1, registry.faults().size());
      String fault = registry.faults().get(0).toString();
      assertTrue(
          fault.contains("activation acme.Broken, named by " + one.resolve("broken.jar")), fault);
    }
  }

  @Test
  void closingLetsGoOfTheJarsAndIsInheritedByWhatIsMadeOfTheRegistry() {
    Path jar = plugin(one.resolve("plugin.jar"), "left");
    library(two.resolve("lib.jar"), 1);
    PluginRegistry registry = PluginRegistry.load(jar, two);
    ElementwiseActivation left = (ElementwiseActivation) registry.activation("acme.left");
    ClassLoader loader = left.getClass().getClassLoader();
    assertNotNull(loader.getResource("acme/Later.class"));
    PluginRegistry.of().and(registry.prefer(Kind.ACTIVATION, "acme.left", "acme.Left")).close();
    assertNull(loader.getResource("acme/Later.class"));
    assertThrows(NoClassDefFoundError.class, () -> left.value(1));
    registry.close();
  }

  @Test
  void asContextClassLoaderItServesEverybodyWhoLooksThere() {
    Map<String, byte[]> tool =
        compiled(
            Map.of(
                "acme.Tool",
                "package acme; public class Tool implements java.util.spi.ToolProvider {"
                    + " public String name() { return \"acme-tool\"; }"
                    + " public int run(java.io.PrintWriter o, java.io.PrintWriter e, String... a)"
                    + " { return 0; } }"));
    tool.put("META-INF/services/java.util.spi.ToolProvider", PluginJars.bytes("acme.Tool\n"));
    Path library = PluginJars.jar(two.resolve("tool.jar"), tool);
    library(one.resolve("lib.jar"), 1);
    plugin(one.resolve("plugin.jar"), "left");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (PluginRegistry registry = PluginRegistry.load(one, library)) {
      thread.setContextClassLoader(registry.classLoader());
      assertEquals("version 1", description(PluginRegistry.load(), "acme.left"));
      assertTrue(
          ServiceLoader.load(ToolProvider.class).stream()
              .anyMatch(found -> found.get().name().equals("acme-tool")));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void theVersionOfTheInterfaceThatAJarStatesIsChecked() {
    Map<String, String> problems = new HashMap<>();
    problems.put("1", "");
    problems.put(
        "2",
        "it was built against version 2 of the plugin interface and this framework has 1; use a"
            + " newer framework, or the plugin in a version for this one");
    problems.put(
        "0",
        "it was built against version 0 of the plugin interface and this framework runs no plugins"
            + " older than 1; use the plugin in a newer version");
    problems.put(
        "one",
        "its manifest says NN-SPI-Version: one, which is no whole number; the version to state is"
            + " 1");
    problems.forEach(
        (stated, problem) -> {
          Map<String, byte[]> files = pluginFiles("left");
          files.putAll(PluginJars.filesOf(unpacked(1), "lib/"));
          files.put(
              "META-INF/MANIFEST.MF",
              PluginJars.bytes("Manifest-Version: 1.0\nNN-SPI-Version: " + stated + "\n"));
          Path jar = PluginJars.jar(folder.resolve(stated + ".jar"), files);
          try (PluginRegistry registry = PluginRegistry.load(jar)) {
            checkVersion(registry, jar, problem);
          }
          try (URLClassLoader loader = PluginJars.loader(List.of(jar))) {
            checkVersion(PluginRegistry.load(loader), jar, problem);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void theVersionThatAModuleStatesIsCheckedToo() {
    Map<String, byte[]> files = pluginFiles("left");
    files.put(
        "META-INF/MANIFEST.MF",
        PluginJars.bytes(
            "Manifest-Version: 1.0\nAutomatic-Module-Name: acme\nNN-SPI-Version: 7\n"));
    Path jar = PluginJars.jar(folder.resolve("seven.jar"), files);
    PluginRegistry registry = PluginRegistry.load(PluginJars.layer(List.of(jar)));
    assertTrue(
        registry.faults().toString().contains("it was built against version 7"),
        registry.faults()::toString);
  }

  private static void checkVersion(PluginRegistry registry, Path jar, String problem) {
    if (problem.isEmpty()) {
      assertEquals(List.of(), registry.faults());
      assertTrue(registry.names(Kind.ACTIVATION).contains("acme.left"));
      return;
    }
    assertEquals(
        List.of(
            "activation acme.Left, named by %s!/%s line 1: %s".formatted(jar, SERVICES, problem)),
        registry.faults().stream().map(PluginFault::toString).toList());
    SpecException error = assertThrows(SpecException.class, () -> registry.activation("acme.left"));
    assertTrue(error.problem().contains(problem), error.problem());
  }

  /** A copy that was cut short, among others. */
  @Test
  void aJarThatCannotBeReadDisablesNoOtherOfItsFolder() throws IOException {
    plugin(one.resolve("plugin.jar"), "left");
    library(one.resolve("lib.jar"), 1);
    Files.writeString(one.resolve("broken.jar"), "no zip");
    try (PluginRegistry registry = PluginRegistry.load(one)) {
      assertEquals("version 1", description(registry, "acme.left"));
    }
  }
}

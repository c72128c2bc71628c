package dev.nn.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Kind;
import dev.nn.api.PluginException;
import dev.nn.api.SpecException;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three jars of three makers: two have a mish, and the third has one that is also called so. */
class DuplicateProvidersTest {
  private static final List<String> MAKERS = List.of("acme", "apex", "zeta");
  private static final List<Path> JARS = new ArrayList<>();

  @TempDir static Path temporary;
  private static Path folder = Path.of("");

  @BeforeAll
  static void makeJars() throws IOException {
    folder = Files.createDirectory(temporary.resolve("jars of all #1 & 100% übel"));
    Map<String, String> sources = new TreeMap<>();
    for (String maker : MAKERS) {
      String alias =
          "public java.util.Set<String> aliases() { return java.util.Set.of(\"mish\"); }";
      String mish =
          maker.equals("zeta")
              ? FaultyJar.body(alias).replace("\"bad\"", "\"mish_z\"")
              : FaultyJar.named("mish");
      sources.put(maker + ".Mish", "package " + maker + ";\n" + mish.replace("Bad", "Mish"));
      String own = FaultyJar.named("own_" + maker).replace("Bad", "Own");
      sources.put(maker + ".Own", "package " + maker + ";\n" + own);
    }
    Path classes = PluginJars.compile(folder, sources);
    for (String maker : MAKERS) {
      Map<String, byte[]> files = new TreeMap<>(PluginJars.filesOf(classes, maker + "/"));
      files.put(
          "META-INF/services/dev.nn.api.Activation",
          PluginJars.bytes(maker + ".Mish\n" + maker + ".Own\n"));
      JARS.add(PluginJars.jar(folder.resolve(maker + ".jar"), files));
    }
  }

  @Test
  void nameOfTwoProvidersIsAnErrorThatNamesBothJarsWhateverTheOrder() throws IOException {
    String expected =
        """
        activation "mish" is provided 3 times:
          acme.Mish in %s
          apex.Mish in %s
          zeta.Mish in %s
        Remove all but one, or give one a prefix, such as acme.mish; in Java, one can be chosen: registry.prefer(Kind.ACTIVATION, "mish", "acme.Mish")\
        """
            .formatted(JARS.toArray());
    Set<List<Path>> orders = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      List<Path> order = shuffled(seed);
      orders.add(order);
      try (URLClassLoader loader = PluginJars.loader(order)) {
        PluginRegistry registry = PluginRegistry.load(loader);
        SpecException error = assertThrows(SpecException.class, () -> registry.activation("mish"));
        assertEquals(expected, error.problem(), "seed " + seed);
        assertEquals("own_apex", registry.activation("own_apex").name());
        assertEquals("zeta.Mish", registry.activation("mish_z").getClass().getName());
      }
    }
    assertEquals(6, orders.size());
  }

  @Test
  void modulesClashAsJarsDo() {
    for (long seed = 0; seed < 20; seed++) {
      PluginRegistry registry = PluginRegistry.load(PluginJars.layer(shuffled(seed)));
      String message =
          assertThrows(PluginException.class, () -> registry.origin(Kind.ACTIVATION, "mish"))
              .getMessage();
      assertEquals(
          """
          activation "mish" is provided 3 times:
            acme.Mish in module acme (%s)
            apex.Mish in module apex (%s)
            zeta.Mish in module zeta (%s)
          Remove all but one, or give one a prefix, such as acme.mish; in Java, one can be chosen: registry.prefer(Kind.ACTIVATION, "mish", "acme.Mish")\
          """
              .formatted(JARS.toArray()),
          message,
          "seed " + seed);
      assertEquals("own_zeta", registry.activation("own_zeta").name());
    }
  }

  @Test
  void preferChoosesInANewRegistryOnly() throws IOException {
    try (URLClassLoader loader = PluginJars.loader(JARS)) {
      PluginRegistry registry = PluginRegistry.load(loader);
      for (String maker : MAKERS) {
        PluginRegistry chosen = registry.prefer(Kind.ACTIVATION, "mish", maker + ".Mish");
        assertEquals(maker + ".Mish", chosen.activation("mish").getClass().getName());
        assertEquals(
            maker + ".Mish",
            chosen.lenient(Kind.INITIALIZER).activation("mish").getClass().getName());
      }
      assertThrows(SpecException.class, () -> registry.activation("mish"));
    }
  }

  @Test
  void preferOfWhatIsNotThereNamesWhatIs() throws IOException {
    try (URLClassLoader loader = PluginJars.loader(JARS.subList(0, 2))) {
      PluginRegistry registry = PluginRegistry.load(loader);
      PluginException error =
          assertThrows(
              PluginException.class, () -> registry.prefer(Kind.ACTIVATION, "mish", "acme.Mash"));
      assertEquals(
          "no activation \"mish\" is provided by acme.Mash, only by\n  acme.Mish in %s\n  apex.Mish in %s"
              .formatted(JARS.get(0), JARS.get(1)),
          error.getMessage());
      PluginException missing =
          assertThrows(
              PluginException.class, () -> registry.prefer(Kind.ACTIVATION, "mash", "acme.Mash"));
      assertTrue(
          missing.getMessage().startsWith("no activation \"mash\" is installed. Did you mean"));
    }
  }

  @Test
  void oneClassThatIsFoundTwiceIsOneProvider() throws IOException {
    Path copy = Files.copy(JARS.get(0), folder.resolve("copy-of-acme.jar"));
    List<Path> twice = List.of(JARS.get(0), copy, JARS.get(0));
    try (URLClassLoader loader = PluginJars.loader(twice)) {
      PluginRegistry registry = PluginRegistry.load(loader);
      assertEquals("mish", registry.activation("mish").name());
      PluginOrigin origin = registry.origin(Kind.ACTIVATION, "mish");
      assertEquals("acme.Mish in " + JARS.get(0), origin.toString());
      assertEquals("acme.jar", origin.artifact());
    }
  }

  @Test
  void classOnTheClassPathAndInAModuleIsOneProvider() throws IOException {
    PluginRegistry modules = PluginRegistry.load(PluginJars.layer(JARS.subList(0, 1)));
    try (URLClassLoader loader = PluginJars.loader(JARS.subList(0, 1))) {
      PluginRegistry classPath = PluginRegistry.load(loader);
      PluginRegistry both = classPath.and(modules);
      assertEquals("mish", both.activation("mish").name());
      assertEquals("acme.Mish", both.origin(Kind.ACTIVATION, "mish").className());
      assertNotEquals(
          classPath.activation("mish").getClass(), modules.activation("mish").getClass());
    }
  }

  @Test
  void eachJarThatIsRemovedIsMissedByName() throws IOException {
    for (int removed = 0; removed < JARS.size(); removed++) {
      List<Path> others = new ArrayList<>(JARS);
      others.remove(removed);
      String name = "own_" + MAKERS.get(removed);
      try (URLClassLoader loader = PluginJars.loader(others)) {
        PluginRegistry registry = PluginRegistry.load(loader);
        SpecException error = assertThrows(SpecException.class, () -> registry.activation(name));
        assertTrue(
            error.problem().startsWith("no activation \"" + name + "\" is installed."), name);
      }
    }
  }

  private static List<Path> shuffled(long seed) {
    List<Path> order = new ArrayList<>(JARS);
    Collections.shuffle(order, new Random(seed));
    return order;
  }
}

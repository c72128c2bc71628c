package dev.nn.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.same;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import dev.nn.api.SpecException;
import dev.nn.math.Matrix;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;

class FaultyProvidersTest {
  @TempDir static Path folder;
  private static final Map<FaultyJar, Path> JARS = new EnumMap<>(FaultyJar.class);

  @BeforeAll
  static void makeJars() {
    Map<String, String> sources = new TreeMap<>();
    Map<String, String> laterSources = new TreeMap<>();
    for (FaultyJar jar : FaultyJar.values()) {
      jar.sources(sources);
      jar.laterSources(laterSources);
    }
    Path classes = PluginJars.compile(folder, sources);
    Path laterClasses = PluginJars.compile(folder, laterSources);
    for (FaultyJar jar : FaultyJar.values()) {
      JARS.put(jar, jar.pack(classes, laterClasses, folder));
    }
  }

  @ParameterizedTest
  @EnumSource
  void faultOnTheClassPathIsReportedWithFileLineAndCause(FaultyJar jar) throws IOException {
    try (URLClassLoader loader = PluginJars.loader(List.of(JARS.get(jar)))) {
      checkReport(PluginRegistry.load(loader), List.of(jar), "line 2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void faultInAModuleIsReportedWithModuleFileAndCause(FaultyJar jar) {
    if (jar.canBeModule()) {
      ModuleLayer layer = PluginJars.layer(List.of(JARS.get(jar)));
      checkReport(PluginRegistry.load(layer), List.of(jar), "named by module ");
    }
  }

  @Test
  void upToFiveFaultyJarsAtOnceDisableNothingElseOnTheClassPath() throws IOException {
    for (long seed = 0; seed < 60; seed++) {
      List<FaultyJar> some = someJars(seed);
      try (URLClassLoader loader = PluginJars.loader(paths(some))) {
        checkReport(PluginRegistry.load(loader), some, "seed " + seed, "line 2");
      }
    }
  }

  @Test
  void upToFiveFaultyJarsAtOnceDisableNothingElseInModules() {
    for (long seed = 0; seed < 60; seed++) {
      List<FaultyJar> some = someJars(seed).stream().filter(FaultyJar::canBeModule).toList();
      ModuleLayer layer = PluginJars.layer(paths(some));
      checkReport(PluginRegistry.load(layer), some, "seed " + seed, "named by module ");
    }
  }

  @Test
  void modulesOfAClassLoaderAreFoundWithTheirFaultsToo() {
    List<FaultyJar> jars = List.of(FaultyJar.THROWING_CONSTRUCTOR, FaultyJar.WRONG_TYPE);
    ModuleLayer layer = PluginJars.layer(paths(jars));
    ClassLoader loader = layer.modules().iterator().next().getClassLoader();
    PluginRegistry registry = PluginRegistry.load(loader);
    assertTrue(registry.names(Kind.ACTIVATION).containsAll(goodNames(jars)));
    assertEquals(2, faultsOf(registry, jars).size());
  }

  /** As in a program whose loader asks its parent last, and whose plugins bring too much. */
  @Test
  void whereALoaderHasItsOwnCopyOfTheInterfaceThatIsToBeLeftOut() throws IOException {
    Path copy = PluginJars.locationOf(Plugin.class);
    URL[] places = {
      JARS.get(FaultyJar.ILLEGAL_NAME).toUri().toURL(),
      copy.toUri().toURL(),
      PluginJars.locationOf(Matrix.class).toUri().toURL()
    };
    try (URLClassLoader loader = new URLClassLoader(places, null)) {
      List<PluginFault> faults = PluginRegistry.load(loader).faults();
      assertEquals(2, faults.size(), faults::toString);
      for (PluginFault fault : faults) {
        assertTrue(
            fault
                .toString()
                .endsWith(
                    "it implements the dev.nn.api.Activation of another class loader: %s; leave nn-api and nn-math out of the plugin's jar"
                        .formatted(copy)),
            fault::toString);
      }
    }
  }

  @Test
  void eachFaultIsOneLineOfWarningWithItsCauseAtDebug() throws IOException {
    List<FaultyJar> jars = List.of(FaultyJar.THROWING_CONSTRUCTOR, FaultyJar.NULL_OPTIONS);
    try (URLClassLoader loader = PluginJars.loader(paths(jars))) {
      List<PluginFault> faults = faultsOf(PluginRegistry.load(loader), jars);
      Logger log = mock();
      faults.forEach(fault -> fault.report(log));
      for (PluginFault fault : faults) {
        verify(log).warn(anyString(), same(fault));
        verify(log).debug(anyString(), same(fault), same(fault.cause()));
      }
      verifyNoMoreInteractions(log);
      assertEquals(2, faults.size());
    }
  }

  @Test
  void faultsDoNotDependOnTheOrderOfJars() throws IOException {
    List<FaultyJar> jars = new ArrayList<>(List.of(FaultyJar.values()));
    List<String> first = List.of();
    for (long seed = 0; seed < 20; seed++) {
      Collections.shuffle(jars, new Random(seed));
      try (URLClassLoader loader = PluginJars.loader(paths(jars))) {
        List<String> texts =
            faultsOf(PluginRegistry.load(loader), jars).stream()
                .map(f -> f.className() + f.place())
                .toList();
        assertEquals(FaultyJar.values().length, texts.size());
        assertEquals(seed == 0 ? texts : first, texts, "seed " + seed);
        first = texts;
      }
    }
  }

  private static void checkReport(
      PluginRegistry registry, List<FaultyJar> jars, String... contents) {
    String where = Arrays.toString(contents) + jars;
    String place = contents[contents.length - 1];
    assertTrue(registry.names(Kind.ACTIVATION).containsAll(goodNames(jars)), where);
    List<PluginFault> faults = faultsOf(registry, jars);
    assertEquals(jars.size(), faults.size(), where + faults);
    String lookUp =
        assertThrows(SpecException.class, () -> registry.activation("bad")).getMessage();
    for (FaultyJar jar : jars) {
      PluginFault fault =
          faults.stream().filter(f -> f.place().contains(jar.jarName())).findFirst().orElseThrow();
      String text = fault.toString();
      assertEquals(Kind.ACTIVATION, fault.kind());
      assertTrue(text.contains(jar.problem()), where + text);
      assertTrue(text.contains(JARS.get(jar).toString()), where + text);
      assertTrue(text.contains(place), where + text);
      assertTrue(text.contains(jar.className()), where + text);
      assertTrue(jar == FaultyJar.BAD_SYNTAX || fault.className().isPresent(), where + text);
      assertTrue(String.valueOf(lookUp).contains(text), where + lookUp);
    }
  }

  /** Without what the class path of this test has. */
  private static List<PluginFault> faultsOf(PluginRegistry registry, List<FaultyJar> jars) {
    return registry.faults().stream()
        .filter(fault -> jars.stream().anyMatch(jar -> fault.place().contains(jar.jarName())))
        .toList();
  }

  private static TreeSet<String> goodNames(List<FaultyJar> jars) {
    TreeSet<String> names = new TreeSet<>();
    jars.forEach(jar -> names.add(jar.goodName()));
    return names;
  }

  private static List<Path> paths(List<FaultyJar> jars) {
    return jars.stream().map(JARS::get).toList();
  }

  private static List<FaultyJar> someJars(long seed) {
    List<FaultyJar> all = new ArrayList<>(List.of(FaultyJar.values()));
    Collections.shuffle(all, new Random(seed));
    return List.copyOf(all.subList(0, 1 + (int) (seed % 5)));
  }
}

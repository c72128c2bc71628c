package dev.nn.tests.contract;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.testkit.check.Rules;
import dev.nn.tests.project.ChildFirstLoader;
import dev.nn.tests.project.Layers;
import dev.nn.tests.project.OurModules;
import dev.nn.tests.project.Project;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The plugins that break a rule each in the tests of nn-testkit, in a jar of their own: wherever
 * they and the rules are loaded from, the right rule fails.
 */
class BrokenPlacesTest {
  /** What these plugins are made of. */
  private static final String SOURCES =
      "(Broken\\w*|GoodActivation|GoodLayer|Centring|Dropping|Pointwise|Sum)(?<!Test)\\.java";

  private static final ClassLoader TESTS = BrokenPlacesTest.class.getClassLoader();

  @TempDir private Path folder;
  private Project broken = new Project(Path.of(""));

  @BeforeEach
  void gatherSources() throws IOException {
    broken = new Project(folder.resolve("broken"));
    Project sample = Project.sample("broken");
    try (Stream<Path> files = Files.walk(sample.folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        write(sample.folder().relativize(file).toString(), Files.readString(file));
      }
    }
    Path kit = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    try (Stream<Path> files =
        Files.list(kit.resolveSibling("nn-testkit/src/test/java/dev/nn/testkit"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.matches(SOURCES)) {
          String source = Files.readString(file);
          write(
              "acme/broken/" + name,
              source.replace("package dev.nn.testkit;", "package acme.broken;"));
        }
      }
    }
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(broken.source(file).getParent());
    Files.writeString(broken.source(file), text);
  }

  @Test
  void onTheClassPath() throws Exception {
    URL[] jars = {onClassPath().toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(jars, TESTS)) {
      assertSame(Rules.class, rules(check(ServiceLoader.load(Supplier.class, loader))));
    }
  }

  @Test
  void onTheModulePath() throws Exception {
    ModuleLayer all = Layers.framework(onModulePath());
    Class<?> type = check(ServiceLoader.load(all, Supplier.class));
    assertSame(all, type.getModule().getLayer());
    assertSame(all, rules(type).getModule().getLayer());
  }

  @Test
  void inALayerOfModulesAboveTheFramework() throws Exception {
    ModuleLayer framework = Layers.framework();
    ModuleLayer above = Layers.over(framework, "acme.broken", onModulePath());
    Class<?> type = check(ServiceLoader.load(above, Supplier.class));
    assertSame(above, type.getModule().getLayer());
    assertSame(framework, rules(type).getModule().getLayer());
  }

  @Test
  void inAChildFirstLoaderAboveTheFramework() throws Exception {
    try (ChildFirstLoader loader = new ChildFirstLoader(List.of(onClassPath()), TESTS)) {
      assertSame(Rules.class, rules(check(ServiceLoader.load(Supplier.class, loader))));
    }
  }

  @Test
  void inAChildFirstLoaderThatHasTheFrameworkASecondTime() throws Exception {
    List<Path> jars = new ArrayList<>(OurModules.application());
    jars.add(onClassPath());
    try (ChildFirstLoader loader = new ChildFirstLoader(jars, TESTS)) {
      Class<?> second = rules(check(ServiceLoader.load(Supplier.class, loader)));
      assertNotSame(Rules.class, second);
      assertSame(loader, second.getClassLoader());
    }
  }

  private Path onClassPath() throws IOException {
    return broken.jarForClassPath(OurModules.application(), folder);
  }

  private Path onModulePath() throws IOException {
    return broken.jarForModulePath(OurModules.application(), folder);
  }

  /** That each rule fails for the plugin that breaks it; the class that has asked them. */
  private static Class<?> check(ServiceLoader<?> services) {
    Supplier<?> verdicts = (Supplier<?>) services.iterator().next();
    Map<?, ?> byRule = (Map<?, ?>) verdicts.get();
    assertTrue(byRule.size() >= 60, () -> "only " + byRule.keySet());
    byRule.forEach(
        (number, verdict) ->
            assertTrue(
                String.valueOf(verdict)
                    .matches("(?s)[\\w.]*AssertionFailedError " + number + ": .*"),
                () -> number + ": " + verdict));
    return verdicts.getClass();
  }

  /** The rules that a class sees. */
  private static Class<?> rules(Class<?> type) throws ClassNotFoundException {
    return type.getClassLoader().loadClass(Rules.class.getName());
  }
}

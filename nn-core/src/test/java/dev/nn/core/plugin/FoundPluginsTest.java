package dev.nn.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.nn.api.Kind;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundPluginsTest {
  private static final PluginFault FAULT =
      new PluginFault(
          Kind.LAYER, Optional.of("acme.Gone"), "a file", "gone", new IllegalStateException());

  private static final String GOOD = "acme.Good";
  private static final String SOURCE =
      """
      package acme;

      public record Good() implements dev.nn.api.ElementwiseActivation {
        public String name() {
          return "acme_good";
        }

        public float value(float z) {
          return z;
        }

        public float derivative(float z, float a) {
          return 1;
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void eachPlaceIsSearchedOnce() {
    List<Object> searched = new ArrayList<>();
    FoundPlugins<Object> plugins =
        new FoundPlugins<>(
            place -> {
              searched.add(place);
              return PluginTable.EMPTY;
            },
            (type, place) -> false);
    Object first = new Object();
    Object second = new Object();
    assertSame(plugins.in(first), plugins.in(first));
    plugins.in(second);
    assertEquals(List.of(first, second), searched);
  }

  @Test
  void aTableOutlivesACollectionWhereItsPlaceDoes() throws Exception {
    PluginRegistry before = PluginRegistry.load();
    int classes = System.identityHashCode(before.plugins(Kind.LAYER).get(0));
    before = PluginRegistry.of();
    WeakReference<Object> garbage = new WeakReference<>(new Object());
    await(garbage);
    assertEquals(
        classes, System.identityHashCode(PluginRegistry.load().plugins(Kind.LAYER).get(0)));
    assertEquals(List.of(), before.plugins(Kind.LAYER));
  }

  @Test
  void aClassLoaderCanBeCollectedWithItsPlugins() throws Exception {
    await(loader());
  }

  @Test
  void aLayerCanBeCollectedWithItsPlugins() throws Exception {
    await(layer());
  }

  /** No variable of this method holds the class loader when it is over. */
  private WeakReference<ClassLoader> loader() throws IOException {
    try (URLClassLoader loader = PluginJars.loader(List.of(jar(GOOD, "acme.Lost")))) {
      PluginRegistry registry = PluginRegistry.load(loader);
      assertEquals("acme_good", registry.activation("acme_good").name());
      assertEquals(1, registry.faults().size());
      assertSame(
          registry.plugins(Kind.ACTIVATION).get(0),
          PluginRegistry.load(loader).plugins(Kind.ACTIVATION).get(0));
      return new WeakReference<>(loader);
    }
  }

  private WeakReference<ModuleLayer> layer() {
    ModuleLayer layer = PluginJars.layer(List.of(jar(GOOD)));
    assertEquals("acme_good", PluginRegistry.load(layer).activation("acme_good").name());
    return new WeakReference<>(layer);
  }

  private Path jar(String... providers) {
    Path classes = PluginJars.compile(folder, Map.of(GOOD, SOURCE));
    Map<String, byte[]> files = new TreeMap<>(PluginJars.filesOf(classes, "acme/"));
    files.put(
        "META-INF/services/dev.nn.api.Activation", PluginJars.bytes(String.join("\n", providers)));
    return PluginJars.jar(folder.resolve("acme.jar"), files);
  }

  private static void await(WeakReference<?> reference) throws InterruptedException {
    for (int i = 0; i < 200 && reference.get() != null; i++) {
      System.gc();
      Thread.sleep(50);
    }
    assertNull(reference.get());
  }

  @Test
  void eachFaultOfAPlaceIsReportedOnce() {
    FoundPlugins<Object> plugins =
        new FoundPlugins<>(place -> PluginTable.EMPTY, (type, place) -> false);
    Object place = new Object();
    assertEquals(List.of(FAULT), plugins.unreported(place, List.of(FAULT, FAULT)));
    assertEquals(List.of(), plugins.unreported(place, List.of(FAULT)));
    assertEquals(List.of(FAULT), plugins.unreported(new Object(), List.of(FAULT)));
  }
}

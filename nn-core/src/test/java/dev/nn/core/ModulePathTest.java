package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import dev.nn.core.plugin.FaultyJar;
import dev.nn.core.plugin.PluginJars;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Matrix;
import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** Everything in named modules, ours too, as with {@code java --module-path}. */
class ModulePathTest {
  private static final List<Path> OURS =
      Stream.of(Plugin.class, Matrix.class, PluginRegistry.class, Logger.class, JsonFactory.class)
          .map(PluginJars::locationOf)
          .toList();

  @TempDir Path folder;

  @Test
  void explicitModuleIsFoundByLayerAndByClassLoader() throws ReflectiveOperationException {
    Path jar = jar("provides dev.nn.api.Activation with acme.Mish;", Map.of());
    ModuleLayer layer = layer(jar);
    ClassLoader loader = layer.findLoader("dev.nn.core");
    for (Object source : List.of(layer, loader)) {
      Object registry = load(layer, source);
      assertEquals(Set.of(), Set.copyOf((List<?>) call(registry, "faults")));
      Object activation = call(registry, "activation", "acme.mish");
      assertEquals("acme.Mish", activation.getClass().getName());
      Object kind = kind(layer);
      assertEquals(
          "acme.Mish in module acme.plugins (" + jar + ")",
          call(registry, "origin", kind, "acme.mish").toString());
    }
  }

  @Test
  void moduleThatForgetsToProvideIsToldSo() throws ReflectiveOperationException {
    Path jar =
        jar("", Map.of("META-INF/services/dev.nn.api.Activation", PluginJars.bytes("acme.Mish\n")));
    ModuleLayer layer = layer(jar);
    Object registry = load(layer, layer.findLoader("dev.nn.core"));
    assertEquals(
        "[activation acme.Mish, named by "
            + jar
            + "!/META-INF/services/dev.nn.api.Activation line 1: it is in module acme.plugins,"
            + " whose module-info lacks: provides dev.nn.api.Activation with acme.Mish]",
        call(registry, "faults").toString());
  }

  @Test
  void ourOwnModulesAreNotThoseOfTheTest() throws ReflectiveOperationException {
    ModuleLayer layer = layer(jar("", Map.of()));
    Class<?> theirs = layer.findLoader("dev.nn.core").loadClass(PluginRegistry.class.getName());
    assertTrue(theirs.getModule().isNamed() && theirs != PluginRegistry.class);
  }

  private Path jar(String directive, Map<String, byte[]> more) {
    Map<String, String> sources = new TreeMap<>();
    sources.put(
        "acme.Mish", "package acme;\n" + FaultyJar.named("acme.mish").replace("Bad", "Mish"));
    sources.put("module-info", "module acme.plugins { requires dev.nn.api; " + directive + " }");
    String modulePath =
        OURS.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    Path classes = PluginJars.compile(folder, sources, "--module-path", modulePath);
    Map<String, byte[]> files = new TreeMap<>(PluginJars.filesOf(classes, ""));
    files.putAll(more);
    return PluginJars.jar(folder.resolve("acme-plugins.jar"), files);
  }

  private static ModuleLayer layer(Path jar) {
    ModuleFinder finder =
        ModuleFinder.of(Stream.concat(OURS.stream(), Stream.of(jar)).toArray(Path[]::new));
    Configuration configuration =
        ModuleLayer.boot()
            .configuration()
            .resolve(finder, ModuleFinder.of(), List.of("dev.nn.core", "acme.plugins"));
    return ModuleLayer.boot()
        .defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
  }

  private static Object load(ModuleLayer layer, Object source) throws ReflectiveOperationException {
    Class<?> type = layer.findLoader("dev.nn.core").loadClass(PluginRegistry.class.getName());
    Class<?> parameter = source instanceof ModuleLayer ? ModuleLayer.class : ClassLoader.class;
    return type.getMethod("load", parameter).invoke(null, source);
  }

  private static Object kind(ModuleLayer layer) throws ReflectiveOperationException {
    Class<?> kinds = layer.findLoader("dev.nn.core").loadClass(Kind.class.getName());
    return kinds.getField("ACTIVATION").get(null);
  }

  private static Object call(Object target, String method, Object... arguments)
      throws ReflectiveOperationException {
    Class<?>[] types = Arrays.stream(arguments).map(Object::getClass).toArray(Class<?>[]::new);
    return target.getClass().getMethod(method, types).invoke(target, arguments);
  }
}

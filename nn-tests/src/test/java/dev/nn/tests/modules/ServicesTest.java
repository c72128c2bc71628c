package dev.nn.tests.modules;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import dev.nn.math.kernel.Kernels;
import dev.nn.onnx.spi.ActivationNodes;
import dev.nn.onnx.spi.LayerNodes;
import dev.nn.tests.project.OurModules;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Providers are registered twice, for the module path and for the class path. */
class ServicesTest {

  static Set<String> modules() {
    return OurModules.libraries().keySet();
  }

  @Test
  void allLibraryModulesAreOnTheClassPathOfTheseTests() {
    assertEquals(
        Set.of(
            "dev.nn.activations",
            "dev.nn.api",
            "dev.nn.core",
            "dev.nn.data",
            "dev.nn.dflib",
            "dev.nn.imports",
            "dev.nn.init",
            "dev.nn.lecture",
            "dev.nn.math",
            "dev.nn.onnx",
            "dev.nn.optim",
            "dev.nn.playground",
            "dev.nn.processor",
            "dev.nn.report",
            "dev.nn.search",
            "dev.nn.testkit",
            "dev.nn.watch"),
        modules());
  }

  @Test
  void everyKindHasProviders() {
    Map<String, Integer> counts = new TreeMap<>();
    for (String module : modules()) {
      declared(module).forEach((kind, classes) -> counts.merge(kind, classes.size(), Integer::sum));
    }
    // No kind of plugin: nn-math finds its own SIMD kernels in this way.
    assertEquals(1, counts.remove(Kernels.class.getName()));
    // How built-in plugins become nodes of ONNX, which nn-onnx finds like that of others.
    assertEquals(1, counts.remove(ActivationNodes.class.getName()));
    assertEquals(1, counts.remove(LayerNodes.class.getName()));
    // What the compiler finds.
    assertEquals(1, counts.remove(Processor.class.getName()));
    assertEquals(
        Arrays.stream(Kind.values()).map(kind -> kind.type().getName()).sorted().toList(),
        List.copyOf(counts.keySet()));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void moduleDescriptorAndServicesFilesNameTheSameProviders(String module) throws IOException {
    assertEquals(declared(module), written(module));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyProviderIsPublicAndMadeWithoutArguments(String module) throws Exception {
    for (Map.Entry<String, List<String>> service : declared(module).entrySet()) {
      Class<?> kind = Class.forName(service.getKey());
      for (String name : service.getValue()) {
        Class<?> provider = Class.forName(name);
        assertTrue(Modifier.isPublic(provider.getModifiers()), () -> name + " is not public");
        Object prototype = provider.getConstructor().newInstance();
        assertTrue(kind.isInstance(prototype), () -> name + " is no " + kind);
      }
    }
  }

  /**
   * What others see of a module and could be a provider is one. The stages between the parts of a
   * composite, and the layers of an experiment, are seen by nobody.
   */
  @ParameterizedTest
  @MethodSource("modules")
  void noPluginIsForgotten(String module) throws Exception {
    Set<String> registered = new HashSet<>();
    declared(module).values().forEach(registered::addAll);
    Set<String> exported =
        reference(module).descriptor().exports().stream()
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet());
    try (ModuleReader reader = reference(module).open()) {
      List<String> classes =
          reader.list().filter(file -> file.matches("dev/nn/.*\\.class")).toList();
      assertTrue(!classes.isEmpty(), "no classes in " + module);
      for (String file : classes) {
        Class<?> type = load(file);
        if (Plugin.class.isAssignableFrom(type)
            && !type.isInterface()
            && Modifier.isPublic(type.getModifiers())
            && exported.contains(type.getPackageName())) {
          assertTrue(registered.contains(type.getName()), () -> type + " is not registered");
        }
      }
    }
  }

  private static Class<?> load(String file) throws ClassNotFoundException {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    return Class.forName(name, false, ServicesTest.class.getClassLoader());
  }

  private static SortedMap<String, List<String>> declared(String module) {
    return new TreeMap<>(
        reference(module).descriptor().provides().stream()
            .collect(
                toMap(
                    ModuleDescriptor.Provides::service,
                    provides -> provides.providers().stream().sorted().toList())));
  }

  private static SortedMap<String, List<String>> written(String module) throws IOException {
    SortedMap<String, List<String>> written = new TreeMap<>();
    String folder = "META-INF/services/";
    try (ModuleReader reader = reference(module).open()) {
      for (String file : reader.list().filter(f -> f.matches(folder + "[^/]+")).toList()) {
        try (InputStream in = reader.open(file).orElseThrow()) {
          written.put(
              file.substring(folder.length()),
              new String(in.readAllBytes(), StandardCharsets.UTF_8)
                  .lines()
                  .map(line -> line.replaceFirst("#.*", "").strip())
                  .filter(line -> !line.isEmpty())
                  .sorted(Comparator.naturalOrder())
                  .collect(Collectors.toList()));
        }
      }
    }
    return written;
  }

  private static ModuleReference reference(String module) {
    return OurModules.reference(module);
  }
}

package dev.nn.tests.project;

import dev.nn.api.Plugin;
import dev.nn.math.Matrix;
import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The modules on the class path of the tests: folders of classes or jars, as Maven has it. */
public final class OurModules {
  /** Libraries that are no modules, but say what they would be called as such. */
  private static final Set<String> AUTOMATIC =
      Set.of("com.google.protobuf", "org.tribuo.util.onnx");

  private OurModules() {}

  /** All that the author of a plugin has: nn-api and, because that requires it, nn-math. */
  public static List<Path> api() {
    return List.of(place(Plugin.class), place(Matrix.class));
  }

  /** Our library modules by name, with the place of each. */
  public static SortedMap<String, Path> libraries() {
    SortedMap<String, Path> modules = new TreeMap<>();
    for (Path place : classPath()) {
      descriptor(place)
          .map(ModuleDescriptor::name)
          .filter(name -> name.startsWith("dev.nn.") && !name.equals("dev.nn.examples"))
          .ifPresent(name -> modules.put(name, place));
    }
    return modules;
  }

  /**
   * The names of the library modules that an application has: all but nn-dflib, nn-report,
   * nn-import and nn-lecture, which stand on libraries that are no modules, and nn-processor, which
   * is for the compiler.
   */
  public static Set<String> applicationModules() {
    Set<String> names = new TreeSet<>(libraries().keySet());
    names.remove("dev.nn.processor");
    names.remove("dev.nn.dflib");
    names.remove("dev.nn.report");
    names.remove("dev.nn.imports");
    names.remove("dev.nn.lecture");
    return names;
  }

  /** What an application has: its modules of ours and everything that they require. */
  public static List<Path> application() {
    ModuleFinder finder =
        ModuleFinder.of(
            classPath().stream().filter(p -> descriptor(p).isPresent()).toArray(Path[]::new));
    return ModuleLayer.boot()
        .configuration()
        .resolve(finder, ModuleFinder.of(), applicationModules())
        .modules()
        .stream()
        .map(module -> Path.of(module.reference().location().orElseThrow()))
        .sorted()
        .toList();
  }

  /** One of our library modules. */
  public static ModuleReference reference(String module) {
    return ModuleFinder.of(libraries().get(module)).find(module).orElseThrow();
  }

  /** The descriptor in a folder of classes or a jar; absent if it is no module that we need. */
  public static Optional<ModuleDescriptor> descriptor(Path place) {
    if (!Files.isDirectory(place) && !place.toString().endsWith(".jar")) {
      return Optional.empty();
    }
    return ModuleFinder.of(place).findAll().stream()
        .map(ModuleReference::descriptor)
        .filter(found -> !found.isAutomatic() || AUTOMATIC.contains(found.name()))
        .findFirst();
  }

  /** Places in one string, as options of Java tools take them. */
  public static String joined(List<Path> places) {
    return String.join(File.pathSeparator, places.stream().map(Path::toString).toList());
  }

  private static List<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .filter(Files::exists)
        .toList();
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}

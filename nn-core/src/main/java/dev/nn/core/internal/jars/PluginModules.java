package dev.nn.core.internal.jars;

import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.lang.module.ResolvedModule;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A plugin that is a module, in a layer of its own above the framework's.
 *
 * @param layer its module, and those of its libraries that it requires
 * @param loader the class loader of all of these
 */
public record PluginModules(ModuleLayer layer, JarClassLoader loader) {
  /**
   * Makes the layer of a plugin that has a module descriptor.
   *
   * @param framework the layer that has the framework's modules
   * @throws FindException if a module that it requires is missing
   * @throws ResolutionException if two of the modules do not go together
   */
  public static PluginModules of(PluginBundle bundle, ModuleLayer framework, ClassLoader parent) {
    Set<String> roots =
        bundle.code().module().stream().map(module -> module.name()).collect(Collectors.toSet());
    Configuration configuration =
        framework
            .configuration()
            .resolve(
                without(
                    framework.configuration(),
                    ModuleFinder.of(bundle.places().toArray(Path[]::new))),
                ModuleFinder.of(),
                roots);
    Set<String> modules =
        configuration.modules().stream().map(ResolvedModule::name).collect(Collectors.toSet());
    JarClassLoader loader = JarClassLoader.ofModules(bundle.places(), parent, modules);
    return new PluginModules(framework.defineModules(configuration, name -> loader), loader);
  }

  /** A copy of the framework beside a plugin must not become a second framework. */
  private static ModuleFinder without(Configuration framework, ModuleFinder all) {
    Predicate<String> isOurs =
        name -> name.startsWith("dev.nn.") && framework.findModule(name).isPresent();
    return new ModuleFinder() {
      @Override
      public Optional<ModuleReference> find(String name) {
        return isOurs.test(name) ? Optional.empty() : all.find(name);
      }

      @Override
      public Set<ModuleReference> findAll() {
        return all.findAll().stream()
            .filter(module -> !isOurs.test(module.descriptor().name()))
            .collect(Collectors.toSet());
      }
    };
  }
}

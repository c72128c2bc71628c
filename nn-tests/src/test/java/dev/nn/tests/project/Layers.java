package dev.nn.tests.project;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Layers of modules, apart from the class path of the tests. */
public final class Layers {
  private Layers() {}

  /** Our modules with all that they require, and others beside them, as on one module path. */
  public static ModuleLayer framework(Path... others) {
    Path[] all = OurModules.application().toArray(Path[]::new);
    Set<String> roots = new TreeSet<>(OurModules.applicationModules());
    ModuleFinder.of(others).findAll().forEach(module -> roots.add(module.descriptor().name()));
    Configuration configuration =
        ModuleLayer.boot()
            .configuration()
            .resolveAndBind(
                ModuleFinder.compose(ModuleFinder.of(all), ModuleFinder.of(others)),
                ModuleFinder.of(),
                roots);
    return ModuleLayer.boot()
        .defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
  }

  /** A program in a layer above, with what provides the services that it or the framework uses. */
  public static ModuleLayer over(ModuleLayer framework, String program, Path... jars) {
    Configuration configuration =
        framework
            .configuration()
            .resolveAndBind(ModuleFinder.of(jars), ModuleFinder.of(), Set.of(program));
    return framework.defineModulesWithManyLoaders(
        configuration, ClassLoader.getPlatformClassLoader());
  }
}

package dev.nn.core.plugin;

import dev.nn.api.Kind;
import dev.nn.core.internal.jars.JarClassLoader;
import dev.nn.core.internal.jars.PluginBundle;
import dev.nn.core.internal.jars.PluginModules;
import dev.nn.core.internal.jars.PluginPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.FindException;
import java.lang.module.ResolutionException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The class loader that sees everything on a plugin path. It loads nothing itself, but asks the
 * class loader of the program, then that of the libraries, then that of each plugin. Plugins do not
 * see each other through it, because none of them has it as a parent.
 */
final class PluginLoader extends ClassLoader {
  private final ClassLoader program;
  private final List<JarClassLoader> loaders;
  private final PluginTable plugins;

  private PluginLoader(ClassLoader program, List<JarClassLoader> loaders, PluginTable plugins) {
    super(program);
    this.program = program;
    this.loaders = List.copyOf(loaders);
    this.plugins = plugins;
  }

  /** Loads what is on a path; a jar that is broken is a fault and disables no other. */
  static PluginLoader of(PluginPath path, ClassLoader program) {
    List<JarClassLoader> loaders = new ArrayList<>();
    loaders.add(JarClassLoader.of(path.libraries(), program));
    PluginTable plugins = PluginTable.EMPTY;
    for (PluginBundle bundle : path.bundles()) {
      plugins = plugins.and(load(bundle, program, loaders));
    }
    return new PluginLoader(program, loaders, plugins);
  }

  /** Several as one. */
  static PluginLoader joined(List<PluginLoader> all) {
    PluginTable plugins = PluginTable.EMPTY;
    for (PluginLoader loader : all) {
      plugins = plugins.and(loader.plugins);
    }
    return new PluginLoader(
        all.get(0).program,
        all.stream().flatMap(loader -> loader.loaders.stream()).toList(),
        plugins);
  }

  private static PluginTable load(
      PluginBundle bundle, ClassLoader program, List<JarClassLoader> loaders) {
    Optional<ModuleLayer> framework =
        Optional.ofNullable(PluginLoader.class.getModule().getLayer());
    if (framework.isPresent() && bundle.code().module().isPresent()) {
      try {
        PluginModules modules = PluginModules.of(bundle, framework.get(), program);
        loaders.add(modules.loader());
        return PluginDiscovery.ofThis(modules.layer()).table();
      } catch (FindException | ResolutionException | LayerInstantiationException e) {
        return new PluginTable(List.of(), faults(bundle, e));
      }
    }
    JarClassLoader loader = JarClassLoader.of(bundle.places(), program);
    loaders.add(loader);
    return PluginDiscovery.of(loader, bundle.code()).table();
  }

  private static List<PluginFault> faults(PluginBundle bundle, RuntimeException cause) {
    List<PluginFault> faults = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (String className : bundle.code().provides(kind)) {
        String module = bundle.code().module().map(descriptor -> descriptor.name()).orElse("");
        faults.add(
            new PluginFault(
                kind,
                Optional.of(className),
                "module %s (%s)".formatted(module, bundle.code().path()),
                Causes.text(cause),
                cause));
      }
    }
    return faults;
  }

  /** The class loader of the program. */
  ClassLoader program() {
    return program;
  }

  /** The plugins of the path, without those of the program. */
  PluginTable plugins() {
    return plugins;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    for (JarClassLoader loader : loaders) {
      try {
        return loader.loadClass(name);
      } catch (ClassNotFoundException e) {
        // The next one may have it.
      }
    }
    throw new ClassNotFoundException(name);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    return loaders.stream()
        .map(loader -> loader.findResource(name))
        .filter(url -> url != null)
        .findFirst()
        .orElse(null);
  }

  @Override
  protected Enumeration<URL> findResources(String name) throws IOException {
    List<URL> found = new ArrayList<>();
    for (JarClassLoader loader : loaders) {
      Collections.list(loader.findResources(name)).stream()
          .filter(url -> found.stream().noneMatch(known -> known.toString().equals(url.toString())))
          .forEach(found::add);
    }
    return Collections.enumeration(found);
  }

  /** Lets go of the jars. Classes that were not needed so far cannot be loaded any more. */
  void close() {
    for (JarClassLoader loader : loaders) {
      try {
        loader.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

package dev.nn.core;

import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** Loads the providers of all kinds one by one, so that none can disable another. */
final class PluginDiscovery {
  private static final int MOST_FAULTS_IN_A_ROW = 1000;

  private final Map<ProviderId, ProviderEntry> entries = new HashMap<>();
  private final List<PluginFault> faults = new ArrayList<>();
  private final Map<String, Module> modules = new HashMap<>();

  private record ProviderId(Kind kind, String className) {}

  Collection<ProviderEntry> entries() {
    return entries.values();
  }

  List<PluginFault> faults() {
    return faults;
  }

  /** What a class loader sees: named modules, then services files. */
  static PluginDiscovery of(ClassLoader loader) {
    PluginDiscovery discovery = new PluginDiscovery();
    discovery.know(ModuleLayer.boot());
    ServicesView modulesOnly = ServicesView.modulesOnly(loader);
    for (Kind kind : Kind.values()) {
      discovery.drain(kind, ServiceLoader.load(kind.type(), modulesOnly).stream().iterator());
      ServicesFiles files = ServicesFiles.read(kind, loader);
      discovery.faults.addAll(files.faults());
      files.providers().forEach((name, place) -> discovery.load(kind, loader, name, place));
    }
    return discovery;
  }

  /** The named modules of a layer and its parents. */
  static PluginDiscovery of(ModuleLayer layer) {
    PluginDiscovery discovery = new PluginDiscovery();
    discovery.know(layer);
    for (Kind kind : Kind.values()) {
      discovery.drain(kind, ServiceLoader.load(layer, kind.type()).stream().iterator());
    }
    return discovery;
  }

  /** Notes which module provides a class, because a service loader's error does not say. */
  private void know(ModuleLayer layer) {
    for (Module module : layer.modules()) {
      module.getDescriptor().provides().stream()
          .flatMap(provides -> provides.providers().stream())
          .forEach(className -> modules.putIfAbsent(className, module));
    }
    layer.parents().forEach(this::know);
  }

  /** Loads one class that a services file names. It is none of ours if it is in a named module. */
  private void load(Kind kind, ClassLoader loader, String className, String place) {
    attempt(
        kind,
        Optional.of(className),
        place,
        () ->
            ServiceLoader.load(kind.type(), ServicesView.oneProvider(loader, className))
                .findFirst());
  }

  /** Loads all that an iterator gives, however often it throws in between. */
  void drain(Kind kind, Iterator<? extends ServiceLoader.Provider<? extends Plugin>> providers) {
    int faultsInARow = 0;
    while (faultsInARow < MOST_FAULTS_IN_A_ROW) {
      try {
        if (!providers.hasNext()) {
          return;
        }
        ServiceLoader.Provider<? extends Plugin> provider = providers.next();
        faultsInARow = 0;
        String className = provider.type().getName();
        attempt(
            kind,
            Optional.of(className),
            moduleOf(provider.type().getModule()),
            () -> Optional.of(provider.get()));
      } catch (Exception | LinkageError | ServiceConfigurationError | StackOverflowError e) {
        faultsInARow++;
        Optional<String> className = classNamedIn(e);
        String place =
            className.map(modules::get).map(PluginDiscovery::moduleOf).orElse("a module");
        fault(kind, className, place, e);
      }
    }
  }

  private void attempt(
      Kind kind,
      Optional<String> className,
      String place,
      Supplier<Optional<? extends Plugin>> provider) {
    try {
      Optional<? extends Plugin> plugin = provider.get();
      if (plugin.isPresent()) {
        ProviderEntry entry = ProviderEntry.of(plugin.get());
        entries.putIfAbsent(new ProviderId(kind, entry.className()), entry);
      }
    } catch (Exception
        | LinkageError
        | ServiceConfigurationError
        | StackOverflowError
        | AssertionError e) {
      fault(kind, className, place, e);
    }
  }

  private void fault(Kind kind, Optional<String> className, String place, Throwable thrown) {
    Throwable cause = Causes.unwrap(thrown);
    faults.add(new PluginFault(kind, className, place, Causes.text(cause), cause));
  }

  private Optional<String> classNamedIn(Throwable error) {
    return Arrays.stream(String.valueOf(error.getMessage()).split("[^\\w.$]+"))
        .filter(modules::containsKey)
        .findFirst();
  }

  private static String moduleOf(Module module) {
    String location =
        Origins.location(module).map(uri -> " (" + Origins.readable(uri) + ")").orElse("");
    return "module " + module.getName() + location;
  }
}

package dev.nn.core.plugin;

import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import dev.nn.api.PluginException;
import dev.nn.core.internal.jars.JarClassLoader;
import dev.nn.core.internal.jars.PluginCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Loads the providers of all kinds one by one, so that a bad one cannot disable the others. */
final class PluginDiscovery {
  private static final int MOST_ERRORS_IN_A_ROW = 1000;

  private static final ClassLoader OWN =
      Objects.requireNonNullElse(
          PluginDiscovery.class.getClassLoader(), ClassLoader.getSystemClassLoader());

  private final Map<Kind, Map<String, ProviderEntry>> entries = new EnumMap<>(Kind.class);
  private final List<PluginFault> faults = new ArrayList<>();
  private final Set<ModuleLayer> layers = new HashSet<>();
  private final Map<String, Module> modules = new HashMap<>();
  private final Map<String, Optional<String>> unfit = new HashMap<>();
  private final KnownOrigins origins = new KnownOrigins();

  /** Services files whose built-ins are loaded only when somebody asks for them. */
  private final Map<Kind, ServicesFiles> dormant = new EnumMap<>(Kind.class);

  private final Map<Kind, Set<String>> failed = new EnumMap<>(Kind.class);

  /** How many faults the search has found; those that come later are reported at once. */
  private int faultsOfSearch;

  private boolean isLate;

  /** Which of the classes that services files name are to be loaded. */
  private enum Part {
    ALL,
    CATALOGUE,
    OTHERS;

    boolean includes(Kind kind, String className) {
      return switch (this) {
        case ALL -> true;
        case CATALOGUE -> BuiltIns.isOfCatalogue(kind, className);
        case OTHERS -> !BuiltIns.isOfCatalogue(kind, className);
      };
    }
  }

  PluginDiscovery() {
    for (Kind kind : Kind.values()) {
      entries.put(kind, new HashMap<>());
      failed.put(kind, new HashSet<>());
    }
  }

  /** The plugins that were found, and the faults. */
  PluginTable table() {
    faultsOfSearch = faults.size();
    isLate = true;
    return dormant.isEmpty() ? new PluginTable(awake(), faults) : new PluginTable(this);
  }

  /**
   * Finds what a class loader sees, first in named modules, then in services files. With the
   * framework's own loader, built-ins that services files name are left alone at first: a program
   * uses a few of them, and loading all takes longer than the rest of its start. Any other loader
   * would be kept from being collected; and where catalogue classes come from several places, only
   * loading all of them shows whether their names clash.
   */
  static PluginDiscovery of(ClassLoader loader) {
    PluginDiscovery discovery = new PluginDiscovery();
    discovery.know(ModuleLayer.boot());
    ServicesView modulesOnly = ServicesView.modulesOnly(loader);
    for (Kind kind : Kind.values()) {
      discovery.drain(kind, ServiceLoader.load(kind.type(), modulesOnly).stream().iterator());
      ServicesFiles files = ServicesFiles.read(kind, loader);
      if (loader == OWN && files.hasOneHome(name -> BuiltIns.isOfCatalogue(kind, name))) {
        discovery.faults.addAll(files.faults());
        discovery.load(kind, OWN, files, Part.OTHERS);
        discovery.dormant.put(kind, files);
      } else {
        discovery.load(kind, loader, files);
      }
    }
    return discovery;
  }

  /** What has been loaded so far. */
  synchronized List<ProviderEntry> awake() {
    List<ProviderEntry> all = new ArrayList<>();
    for (Map<String, ProviderEntry> ofKind : entries.values()) {
      all.addAll(ofKind.values());
    }
    return all;
  }

  /** The faults that are known so far. */
  synchronized List<PluginFault> faults() {
    return List.copyOf(faults);
  }

  /** The faults that the search itself has found. */
  synchronized List<PluginFault> faultsOfSearch() {
    return List.copyOf(faults.subList(0, faultsOfSearch));
  }

  /** Loads what is still dormant. */
  synchronized void wakeAll() {
    List.copyOf(dormant.keySet()).forEach(this::wake);
  }

  /** All plugins of a kind; what is still dormant is loaded. */
  synchronized List<ProviderEntry> wake(Kind kind) {
    ServicesFiles files = dormant.get(kind);
    if (files != null) {
      loadBuiltIns(kind, OWN, files);
      load(kind, OWN, files, Part.CATALOGUE);
      // Only now: if memory or the caller's stack has run out meanwhile, the next look-up goes on.
      dormant.remove(kind);
    }
    return List.copyOf(ofKind(kind).values());
  }

  /**
   * The plugin that a word stands for, if that can be told without loading all: a built-in whose
   * class has the same name, or one of a third party whose name has a prefix, which those of
   * built-ins never have.
   */
  synchronized Optional<ProviderEntry> only(Kind kind, String name) {
    ServicesFiles files = dormant.get(kind);
    String className = BuiltIns.className(kind, name);
    ServicesFiles.@Nullable Line line = files == null ? null : files.providers().get(className);
    if (line != null && !ofKind(kind).containsKey(className) && !failed(kind).contains(className)) {
      load(kind, OWN, className, line.place(), Optional.empty());
    }
    List<ProviderEntry> called = new ArrayList<>();
    for (ProviderEntry entry : ofKind(kind).values()) {
      if (entry.isCalled(name)) {
        called.add(entry);
      }
    }
    if (called.size() != 1) {
      return Optional.empty();
    }
    boolean isBuiltIn = line != null && called.get(0).name().equals(name);
    return isBuiltIn || name.contains(".") ? Optional.of(called.get(0)) : Optional.empty();
  }

  /**
   * Finds what one jar names, in its services files and in its module descriptor, although it is no
   * module here.
   *
   * @param loader the class loader of that jar and its libraries
   */
  static PluginDiscovery of(JarClassLoader loader, PluginCode jar) {
    PluginDiscovery discovery = new PluginDiscovery();
    for (Kind kind : Kind.values()) {
      ServicesFiles files = discovery.servicesFiles(kind, loader);
      discovery.load(kind, loader, files);
      for (String className : jar.provides(kind)) {
        if (!files.providers().containsKey(className)) {
          String place = "the module-info of " + jar.path();
          discovery.load(kind, loader, className, place, SpiVersion.problemOf(jar.path().toUri()));
        }
      }
    }
    return discovery;
  }

  private ServicesFiles servicesFiles(Kind kind, JarClassLoader loader) {
    try {
      return ServicesFiles.read(
          kind, Collections.list(loader.findResources(PluginCode.services(kind))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void load(Kind kind, ClassLoader loader, ServicesFiles files) {
    faults.addAll(files.faults());
    loadBuiltIns(kind, loader, files);
    load(kind, loader, files, Part.ALL);
  }

  private void load(Kind kind, ClassLoader loader, ServicesFiles files, Part part) {
    for (Map.Entry<String, ServicesFiles.Line> provider : files.providers().entrySet()) {
      String name = provider.getKey();
      if (part.includes(kind, name)
          && !ofKind(kind).containsKey(name)
          && !failed(kind).contains(name)) {
        ServicesFiles.Line line = provider.getValue();
        load(kind, loader, name, line.place(), unfit(name, line.file()));
      }
    }
  }

  /** Classes that could not be loaded, in a module for example; nobody tries them again. */
  private Set<String> failed(Kind kind) {
    return Objects.requireNonNull(failed.get(kind));
  }

  /**
   * Loads the framework's own classes together, since a service loader for each of them takes time
   * at every start of a program. If one of them makes trouble, it is left to be found and named
   * alone, as are those after it.
   */
  private void loadBuiltIns(Kind kind, ClassLoader loader, ServicesFiles files) {
    List<String> names = new ArrayList<>();
    for (String name : files.providers().keySet()) {
      if (BuiltIns.isNamed(name) && !failed(kind).contains(name)) {
        names.add(name);
      }
    }
    try {
      for (Plugin plugin : ServiceLoader.load(kind.type(), ServicesView.providers(loader, names))) {
        add(plugin);
      }
    } catch (RuntimeException
        | LinkageError
        | ServiceConfigurationError
        | StackOverflowError
        | AssertionError e) {
      // What is missing now is loaded alone, and its fault noted.
      rethrowFull(e);
    }
  }

  private void add(Plugin plugin) {
    ProviderEntry entry = ProviderEntry.of(plugin, origins);
    ofKind(entry.kind()).putIfAbsent(entry.className(), entry);
  }

  /** The plugins of a kind by class. */
  private Map<String, ProviderEntry> ofKind(Kind kind) {
    return Objects.requireNonNull(entries.get(kind));
  }

  /** Why a class of a third party cannot run here, by what the manifest of its jar says. */
  private Optional<String> unfit(String className, URL servicesFile) {
    return BuiltIns.isNamed(className)
        ? Optional.empty()
        : unfit.computeIfAbsent(
            servicesFile.toString(), file -> SpiVersion.problemOf(servicesFile));
  }

  /** Finds what the named modules of a layer and its parents provide. */
  static PluginDiscovery of(ModuleLayer layer) {
    PluginDiscovery discovery = new PluginDiscovery();
    discovery.know(layer);
    for (Kind kind : Kind.values()) {
      discovery.drain(kind, ServiceLoader.load(layer, kind.type()).stream().iterator());
    }
    return discovery;
  }

  /** Finds what the named modules of a layer provide, without those of its parents. */
  static PluginDiscovery ofThis(ModuleLayer layer) {
    PluginDiscovery discovery = of(layer);
    for (Map<String, ProviderEntry> ofKind : discovery.entries.values()) {
      ofKind
          .values()
          .removeIf(entry -> entry.prototype().getClass().getModule().getLayer() != layer);
    }
    return discovery;
  }

  /** Notes which module provides a class, because a service loader's error does not say. */
  private void know(@Nullable ModuleLayer layer) {
    if (layer == null || !layers.add(layer)) {
      return;
    }
    for (Module module : layer.modules()) {
      for (ModuleDescriptor.Provides provides : module.getDescriptor().provides()) {
        for (String className : provides.providers()) {
          modules.putIfAbsent(className, module);
        }
      }
    }
    for (ModuleLayer parent : layer.parents()) {
      know(parent);
    }
  }

  /**
   * Loads one class that a services file names. For a class in a named module the service loader
   * returns nothing here.
   */
  private void load(
      Kind kind, ClassLoader loader, String className, String place, Optional<String> unfit) {
    ServicesView view = ServicesView.oneProvider(loader, className);
    attempt(
        kind,
        Optional.of(className),
        place,
        () -> {
          refuse(unfit);
          Optional<? extends Plugin> plugin = first(kind, view, className);
          if (plugin.isEmpty()) {
            checkProvided(kind, view.loadClass(className));
          }
          return plugin;
        });
  }

  private static Optional<? extends Plugin> first(Kind kind, ServicesView view, String className) {
    try {
      return ServiceLoader.load(kind.type(), view).findFirst();
    } catch (ServiceConfigurationError e) {
      Optional<String> problem = ProviderClass.problem(kind, view, className);
      if (problem.isPresent()) {
        throw new PluginException(problem.get(), e);
      }
      throw e;
    }
  }

  /**
   * For a class in a named module the module's declaration counts. Its services file is only read
   * on the class path.
   */
  private static void checkProvided(Kind kind, Class<?> type) {
    String module = type.getModule().getName();
    boolean isProvided =
        type.getModule().getDescriptor().provides().stream()
            .filter(provides -> provides.service().equals(kind.type().getName()))
            .anyMatch(provides -> provides.providers().contains(type.getName()));
    if (!isProvided) {
      throw new PluginException(
          "it is in module %s, whose module-info lacks: provides %s with %s"
              .formatted(module, kind.type().getName(), type.getName()));
    }
  }

  /** Loads everything that an iterator gives, however often it throws in between. */
  void drain(Kind kind, Iterator<? extends ServiceLoader.Provider<? extends Plugin>> providers) {
    List<Throwable> errors = new ArrayList<>();
    int errorsInARow = 0;
    while (errorsInARow < MOST_ERRORS_IN_A_ROW) {
      try {
        if (!providers.hasNext()) {
          break;
        }
        load(kind, providers.next());
        errorsInARow = 0;
      } catch (Exception | LinkageError | ServiceConfigurationError | StackOverflowError e) {
        errorsInARow++;
        errors.add(e);
      }
    }
    for (Throwable error : errors) {
      moduleFault(kind, error);
    }
  }

  private void load(Kind kind, ServiceLoader.Provider<? extends Plugin> provider) {
    String className = provider.type().getName();
    Module module = provider.type().getModule();
    know(module.getLayer());
    attempt(
        kind,
        Optional.of(className),
        placeOf(module),
        () -> {
          refuse(unfit(className, module));
          return Optional.of(provider.get());
        });
  }

  private Optional<String> unfit(String className, Module module) {
    return BuiltIns.isNamed(className)
        ? Optional.empty()
        : Origins.location(module)
            .flatMap(
                place ->
                    unfit.computeIfAbsent(place.toString(), key -> SpiVersion.problemOf(place)));
  }

  private static void refuse(Optional<String> problem) {
    if (problem.isPresent()) {
      throw new PluginException(problem.get());
    }
  }

  private void moduleFault(Kind kind, Throwable error) {
    Optional<String> className =
        Arrays.stream(String.valueOf(error.getMessage()).split("[^\\w.$]+"))
            .filter(modules::containsKey)
            .findFirst();
    String place = className.map(modules::get).map(PluginDiscovery::placeOf).orElse("a module");
    fault(kind, className, place, error);
  }

  private void attempt(
      Kind kind,
      Optional<String> className,
      String place,
      Callable<Optional<? extends Plugin>> provider) {
    try {
      Optional<? extends Plugin> plugin = provider.call();
      if (plugin.isPresent()) {
        add(plugin.get());
      }
    } catch (Exception
        | LinkageError
        | ServiceConfigurationError
        | StackOverflowError
        | AssertionError e) {
      rethrowFull(e);
      fault(kind, className, place, e);
    }
  }

  /**
   * After the search it is the caller's stack that is full, for which no provider can be blamed.
   */
  private void rethrowFull(Throwable thrown) {
    if (isLate && Causes.unwrap(thrown) instanceof StackOverflowError full) {
      throw full;
    }
  }

  private void fault(Kind kind, Optional<String> className, String place, Throwable thrown) {
    Throwable cause = Causes.unwrap(thrown);
    PluginFault fault = new PluginFault(kind, className, place, Causes.text(cause), cause);
    faults.add(fault);
    className.ifPresent(failed(kind)::add);
    if (isLate) {
      fault.report();
    }
  }

  private static String placeOf(Module module) {
    String location =
        Origins.location(module).map(uri -> " (" + Origins.readable(uri) + ")").orElse("");
    return "module " + module.getName() + location;
  }
}

package dev.nn.core.plugin;

import dev.nn.api.Activation;
import dev.nn.api.Initializer;
import dev.nn.api.Kind;
import dev.nn.api.Layer;
import dev.nn.api.Loss;
import dev.nn.api.Optimizer;
import dev.nn.api.Options;
import dev.nn.api.Plugin;
import dev.nn.api.PluginException;
import dev.nn.api.Reference;
import dev.nn.api.Schedule;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.core.internal.jars.PluginPath;
import dev.nn.core.message.Required;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * The plugins that are installed, by kind and name, and the way from a spec to a plugin:
 *
 * <pre>{@code
 * PluginRegistry registry = PluginRegistry.load();
 * Activation activation = registry.activation("leaky_relu(negative_slope=0.1)");
 * }</pre>
 *
 * <p>Most programs never need one: {@code Network.of}, {@code Trainer.builder} and {@code
 * Model.load} use {@link #load()} by themselves. Make your own registry to add plugins that no jar
 * registers, to choose between two of the same name, or to look into other class loaders and module
 * layers:
 *
 * <pre>{@code
 * PluginRegistry registry = PluginRegistry.load().with(new Cube());
 * Network network = Network.of(registry, Shape.of(3), "dense(units=8, activation=acme.cube)");
 * }</pre>
 *
 * <p>A registry is an immutable value, and it does not depend on the order in which jars or modules
 * are found. A provider that cannot be loaded does not disable any other. It is logged once as a
 * warning, with its stack trace at level DEBUG, is listed by {@link #faults}, and is named in the
 * error if a later look-up finds nothing. Two providers of one name are an error only when that
 * name is looked up, and {@link #prefer} chooses one of them. A class that is found twice is one
 * provider.
 *
 * <p>A class loader or module layer is searched once, and the result is remembered for as long as
 * it is in use. Jars that a class loader gets later are therefore not seen; make a new class loader
 * for them.
 *
 * <p>Jars that are on no path when the program starts are loaded by {@link #load(List)}. Such a
 * registry holds them open until it is closed:
 *
 * <pre>{@code
 * try (PluginRegistry registry = PluginRegistry.load(List.of(Path.of("plugins")))) {
 *   Network network = Network.of(registry, Shape.of(3), "dense(units=8, activation=acme.cube)");
 * }
 * }</pre>
 */
public final class PluginRegistry implements AutoCloseable {
  /**
   * The plugins that were found, for each class loader and each layer. This is the only state that
   * all users in a virtual machine share. It saves a search, and can only be told from searching
   * again by the time that takes.
   */
  private static final FoundPlugins<ClassLoader> BY_LOADER =
      new FoundPlugins<>(PluginTable::load, (type, loader) -> type.getClassLoader() == loader);

  private static final FoundPlugins<ModuleLayer> BY_LAYER =
      new FoundPlugins<>(PluginTable::load, (type, layer) -> type.getModule().getLayer() == layer);

  private final PluginTable table;
  private final Set<Kind> lenient;

  /** The jars that were loaded for this registry, and those that it was made from. */
  private final List<PluginLoader> jars;

  private PluginRegistry(PluginTable table, Set<Kind> lenient, List<PluginLoader> jars) {
    this.table = table;
    this.lenient = Set.copyOf(lenient);
    this.jars = List.copyOf(jars);
  }

  /**
   * Returns the plugins that the context class loader of the current thread sees or, if it does not
   * see this framework, those that the framework's own class loader sees.
   */
  public static PluginRegistry load() {
    return load(ContextLoader.find());
  }

  /** Returns whether {@link #load()} knows already what it would have to search for. */
  public static boolean isSearched() {
    ClassLoader loader = ContextLoader.find();
    return BY_LOADER.isSearched(loader instanceof PluginLoader jars ? jars.program() : loader);
  }

  /**
   * Returns the plugins that a class loader and its parents see: in named modules and in services
   * files.
   */
  public static PluginRegistry load(ClassLoader loader) {
    Objects.requireNonNull(loader, "loader");
    return new PluginRegistry(seen(loader), Set.of(), List.of());
  }

  private static PluginTable seen(ClassLoader loader) {
    return loader instanceof PluginLoader jars
        ? seen(jars.program()).and(jars.plugins())
        : found(BY_LOADER, loader);
  }

  /**
   * Returns the plugins in the named modules of a layer and its parents. They can be added to those
   * of the class path: {@code PluginRegistry.load().and(PluginRegistry.load(layer))}.
   */
  public static PluginRegistry load(ModuleLayer layer) {
    Objects.requireNonNull(layer, "layer");
    return new PluginRegistry(found(BY_LAYER, layer), Set.of(), List.of());
  }

  /**
   * Returns the plugins that {@link #load()} finds and those in some jars, which need not be on any
   * path of the program.
   *
   * <p>Each jar with plugins has a class loader of its own, which looks into the jar and its
   * libraries before it asks the program. So two plugins may bring two versions of one library. A
   * jar that has a module descriptor becomes a module in a layer of its own if the framework is a
   * module too. A jar that names no plugins is a library: the plugins of its folder see it or, if
   * it is given itself or its folder has no plugins, all plugins.
   *
   * @param paths jars, folders of jars, and folders of classes
   * @throws PluginException if one of them is missing or cannot be read; the message says which. A
   *     jar that can be read and whose plugins cannot be loaded is one of the {@link #faults}
   */
  public static PluginRegistry load(List<Path> paths) {
    Objects.requireNonNull(paths, "paths");
    PluginLoader loader = PluginLoader.of(pluginPath(paths), ContextLoader.find());
    loader.plugins().faults().forEach(PluginFault::report);
    return new PluginRegistry(seen(loader), Set.of(), List.of(loader));
  }

  /** Returns what {@link #load(List)} does. */
  public static PluginRegistry load(Path... paths) {
    return load(List.of(Required.all(paths, "paths")));
  }

  private static PluginPath pluginPath(List<Path> paths) {
    try {
      return PluginPath.of(paths);
    } catch (IOException e) {
      throw new PluginException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Closes the jars that {@link #load(List)} opened for this registry or for one that it was made
   * from by {@link #with}, {@link #and}, {@link #prefer} or {@link #lenient}. Their plugins must
   * not be used after that, because classes that were not needed before can no longer be loaded.
   * For all other registries this does nothing.
   */
  @Override
  public void close() {
    jars.forEach(PluginLoader::close);
  }

  /**
   * Returns a class loader that sees all classes of the program and of the jars that were loaded
   * for this registry. If it becomes the context class loader of a thread, {@link #load()} finds
   * the plugins of these jars there, and {@link java.util.ServiceLoader} finds other services in
   * them, such as JDBC drivers.
   */
  public ClassLoader classLoader() {
    return switch (jars.size()) {
      case 0 -> ContextLoader.find();
      case 1 -> jars.get(0);
      default -> PluginLoader.joined(jars);
    };
  }

  /**
   * Returns a registry of these plugins and no others.
   *
   * @throws PluginException if one of them breaks the rules for plugins
   */
  public static PluginRegistry of(Plugin... plugins) {
    return new PluginRegistry(
        PluginTable.EMPTY.with(Required.all(plugins, "plugins")), Set.of(), List.of());
  }

  private static <P> PluginTable found(FoundPlugins<P> plugins, P place) {
    PluginTable table = plugins.in(place);
    for (PluginFault fault : plugins.unreported(place, table.knownFaults())) {
      fault.report();
    }
    return table;
  }

  /**
   * Returns a registry with the plugins of this one and these, each of which is a prototype that is
   * found by its name.
   *
   * @throws PluginException if one of them breaks the rules for plugins
   */
  public PluginRegistry with(Plugin... plugins) {
    return new PluginRegistry(table.with(Required.all(plugins, "plugins")), lenient, jars);
  }

  /** Returns the plugins of both registries. */
  public PluginRegistry and(PluginRegistry other) {
    Objects.requireNonNull(other, "other");
    List<PluginLoader> both = Stream.concat(jars.stream(), other.jars.stream()).distinct().toList();
    return new PluginRegistry(table.and(other.table), lenient, both);
  }

  /**
   * Returns a registry in which a name that several providers have stands for one of them.
   *
   * @param className the class of the provider, which the error about the clash names
   * @throws PluginException if that class does not provide a plugin of this kind and name
   */
  public PluginRegistry prefer(Kind kind, String name, String className) {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(className, "className");
    return new PluginRegistry(table.prefer(kind, name, className), lenient, jars);
  }

  /**
   * Returns a registry in which plugins of these kinds that cannot be made stay references by name
   * instead of being an error. A model that will only predict, for instance, can be read with
   * {@code registry.lenient(Kind.INITIALIZER)}, because the initializers that it once started with
   * need not be installed.
   *
   * @throws IllegalArgumentException for a kind that nothing can do without: layers, losses and
   *     optimizers
   */
  public PluginRegistry lenient(Kind... kinds) {
    Set<Kind> all = new HashSet<>(lenient);
    for (Kind kind : kinds) {
      if (!Reference.isPossible(kind) || kind == Kind.LAYER) {
        throw new IllegalArgumentException("a network cannot do without its " + kind.plural());
      }
      all.add(kind);
    }
    return new PluginRegistry(table, all, jars);
  }

  private Spec parse(String spec) {
    try {
      return Spec.parse(Objects.requireNonNull(spec, "spec"));
    } catch (SpecException e) {
      throw PositionalValue.named(e, spec, table);
    }
  }

  /** Returns the activation of a spec, or throws what {@link #create(Class, Spec)} does. */
  public Activation activation(String spec) {
    return create(Activation.class, parse(spec));
  }

  /** Returns the initializer of a spec, or throws what {@link #create(Class, Spec)} does. */
  public Initializer initializer(String spec) {
    return create(Initializer.class, parse(spec));
  }

  /** Returns the layer of a spec, or throws what {@link #create(Class, Spec)} does. */
  public Layer layer(String spec) {
    return create(Layer.class, parse(spec));
  }

  /**
   * Returns the layers of one spec or of several, which are separated by commas and may stand in
   * brackets: {@code dense(units=32, activation=relu), dropout(rate=0.2)}.
   *
   * @throws SpecException as {@link #create(Class, Spec)} does, for the first that cannot be made
   */
  public List<Layer> layers(String specs) {
    List<Layer> layers = new ArrayList<>();
    for (Spec spec : parseList(specs)) {
      layers.add(create(Layer.class, spec));
    }
    return Collections.unmodifiableList(layers);
  }

  private List<Spec> parseList(String specs) {
    try {
      return Spec.parseList(Objects.requireNonNull(specs, "specs"));
    } catch (SpecException e) {
      throw PositionalValue.named(e, specs, table);
    }
  }

  /** Returns the loss of a spec, or throws what {@link #create(Class, Spec)} does. */
  public Loss loss(String spec) {
    return create(Loss.class, parse(spec));
  }

  /** Returns the optimizer of a spec, or throws what {@link #create(Class, Spec)} does. */
  public Optimizer optimizer(String spec) {
    return create(Optimizer.class, parse(spec));
  }

  /** Returns the schedule of a spec, or throws what {@link #create(Class, Spec)} does. */
  public Schedule schedule(String spec) {
    return create(Schedule.class, parse(spec));
  }

  /**
   * Returns the plugin of a spec: the prototype of that name, configured with the options that the
   * spec gives and with its defaults for the others. Plugins nested in it are made in the same way.
   *
   * @param type the interface of the kind, such as {@code Activation.class}
   * @throws SpecException if there is no such plugin or more than one, or if an option does not
   *     exist, is missing, has another type or is out of its range; the message points at the place
   *     and says what there is
   */
  public <P extends Plugin> P create(Class<P> type, Spec spec) {
    return type.cast(create(kindOf(type), spec));
  }

  private static Kind kindOf(Class<? extends Plugin> type) {
    for (Kind kind : Kind.values()) {
      if (kind.type() == type) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        type.getName() + " is no kind of plugin; pass Activation.class or one of its five sisters");
  }

  /**
   * Returns the plugin of a spec, where the kind is only known at run time; otherwise like {@link
   * #create(Class, Spec)}.
   */
  public Plugin create(Kind kind, Spec spec) {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(spec, "spec");
    return new SpecBinder(table, lenient).create(kind, spec);
  }

  /**
   * Returns the same plugin with every {@link dev.nn.api.Reference} in it, at any depth, replaced
   * by the plugin that it refers to. A plugin without references is returned as it is.
   *
   * @throws SpecException as {@link #create} does, if a reference cannot be replaced
   */
  @SuppressWarnings("unchecked")
  public <P extends Plugin> P resolve(P plugin) {
    Objects.requireNonNull(plugin, "plugin");
    return (P) new SpecBinder(table, lenient).resolve(plugin);
  }

  /**
   * Returns declared options with the values that a spec gives in place of the defaults. This is
   * for things that are described by specs without being plugins, such as metrics.
   *
   * @throws SpecException if an option does not exist, is missing, or has another type
   */
  public Options options(Spec spec, Options declared) {
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(declared, "declared");
    return new SpecBinder(table, lenient).options(spec, declared);
  }

  /** Returns the names of the plugins of a kind, without their aliases. */
  public SortedSet<String> names(Kind kind) {
    Objects.requireNonNull(kind, "kind");
    return Collections.unmodifiableSortedSet(table.names(kind));
  }

  /**
   * Returns the prototypes of a kind in the order of their names. Of plugins whose names clash, all
   * are there.
   */
  public List<Plugin> plugins(Kind kind) {
    Objects.requireNonNull(kind, "kind");
    return table.entries(kind).map(ProviderEntry::prototype).toList();
  }

  /**
   * Returns where the plugin of a name or alias comes from.
   *
   * @throws PluginException if there is none or more than one
   */
  public PluginOrigin origin(Kind kind, String name) {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    return table.find(kind, name).origin();
  }

  /** Returns where a plugin comes from, if this registry has one of its class and name. */
  public Optional<PluginOrigin> origin(Plugin plugin) {
    Objects.requireNonNull(plugin, "plugin");
    return table
        .find(Kind.of(plugin), plugin.name(), plugin.getClass().getName())
        .map(ProviderEntry::origin);
  }

  /** Returns the prototype of a plugin's name, if it is of the same class. */
  Optional<Plugin> fresh(Plugin plugin) {
    return knows(plugin)
        ? Optional.of(table.find(Kind.of(plugin), plugin.name()).prototype())
        : Optional.empty();
  }

  /** Returns the providers that could not be loaded. */
  public List<PluginFault> faults() {
    return table.faults();
  }

  /**
   * Returns whether looking up the name of a plugin would give one of the same class or, for a
   * reference, whether its name can be looked up. A model with a plugin for which this is false
   * could be saved, but not loaded again with this registry.
   */
  public boolean knows(Plugin plugin) {
    Objects.requireNonNull(plugin, "plugin");
    try {
      Plugin found = table.find(Kind.of(plugin), plugin.name()).prototype();
      return plugin instanceof Reference || found.getClass() == plugin.getClass();
    } catch (PluginException e) {
      return false;
    }
  }
}

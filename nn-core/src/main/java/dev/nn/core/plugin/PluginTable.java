package dev.nn.core.plugin;

import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import dev.nn.api.PluginException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says which plugin a name stands for. A table is immutable, and the order in which its plugins
 * were found leaves no trace in it.
 */
public final class PluginTable {
  /** The table without plugins. */
  public static final PluginTable EMPTY = new PluginTable(List.of(), List.of());

  /** All plugins and faults; made when somebody asks for more than one plugin by its name. */
  private volatile @Nullable Contents contents;

  private final @Nullable PluginDiscovery discovery;

  /** The kinds of which all plugins are loaded, before {@link #contents} is made. */
  private final Map<Kind, List<ProviderEntry>> woken = new ConcurrentHashMap<>();

  private final Map<Called, String> preferred;

  private record Contents(List<ProviderEntry> entries, List<PluginFault> faults) {
    static Contents of(Collection<ProviderEntry> entries, Collection<PluginFault> faults) {
      return new Contents(entries.stream().sorted().toList(), List.copyOf(byText(faults).values()));
    }
  }

  private record Called(Kind kind, String name) {}

  PluginTable(Collection<ProviderEntry> entries, Collection<PluginFault> faults) {
    this(entries, faults, Map.of());
  }

  private PluginTable(
      Collection<ProviderEntry> entries,
      Collection<PluginFault> faults,
      Map<Called, String> preferred) {
    this.contents = Contents.of(entries, faults);
    this.discovery = null;
    this.preferred = Map.copyOf(preferred);
  }

  /** Creates a table of what a search has found and what it would find if it went on. */
  PluginTable(PluginDiscovery discovery) {
    this.discovery = discovery;
    this.preferred = Map.of();
  }

  private Contents contents() {
    Contents known = contents;
    if (known == null) {
      PluginDiscovery search = Objects.requireNonNull(discovery);
      search.wakeAll();
      known = Contents.of(search.awake(), search.faults());
      contents = known;
    }
    return known;
  }

  /** Returns the plugins that a class loader sees, in named modules and in services files. */
  public static PluginTable load(ClassLoader loader) {
    return PluginDiscovery.of(loader).table();
  }

  /** Returns the plugins in the named modules of a layer and its parents. */
  public static PluginTable load(ModuleLayer layer) {
    return PluginDiscovery.of(layer).table();
  }

  /** Returns the providers that could not be loaded, sorted and each once. */
  public List<PluginFault> faults() {
    return contents().faults();
  }

  /** Those of them that the search has found; what is found later is reported at once. */
  List<PluginFault> knownFaults() {
    PluginDiscovery search = discovery;
    return search != null ? search.faultsOfSearch() : faults();
  }

  /**
   * Returns the plugins of a kind in the order of their names. Of plugins whose names clash, all
   * are there.
   */
  public Stream<ProviderEntry> entries(Kind kind) {
    PluginDiscovery search = discovery;
    return contents == null && search != null
        ? woken.computeIfAbsent(kind, key -> search.wake(key).stream().sorted().toList()).stream()
        : contents().entries().stream().filter(entry -> entry.kind() == kind);
  }

  /**
   * Returns a table with more plugins. One whose class and name are in the table already takes the
   * place of that plugin.
   *
   * @throws PluginException if one of them breaks the rules for plugins
   */
  public PluginTable with(Plugin... plugins) {
    return with(Arrays.stream(plugins).map(PluginTable::checked).toList(), List.of());
  }

  private static ProviderEntry checked(Plugin plugin) {
    try {
      return ProviderEntry.of(plugin);
    } catch (PluginException e) {
      throw new PluginException(
          plugin.getClass().getName() + " is no plugin: " + e.getMessage(), e);
    }
  }

  /** Returns the plugins of both tables. A plugin that is in both is taken from the other one. */
  public PluginTable and(PluginTable other) {
    return with(other.contents().entries(), other.faults());
  }

  private PluginTable with(Collection<ProviderEntry> more, Collection<PluginFault> moreFaults) {
    // A jar that two class loaders have opened is one provider, and the same class in two jars is
    // two.
    record Identity(Kind kind, String name, String className, Optional<String> location) {}
    Map<Identity, ProviderEntry> union =
        Stream.concat(contents().entries().stream(), more.stream())
            .collect(
                Collectors.toMap(
                    e -> new Identity(e.kind(), e.name(), e.className(), e.origin().location()),
                    e -> e,
                    (a, b) -> b));
    List<PluginFault> allFaults = Stream.concat(faults().stream(), moreFaults.stream()).toList();
    return new PluginTable(union.values(), allFaults, preferred);
  }

  /**
   * Returns a table in which a name stands for the plugin of one class, among those that have the
   * name.
   *
   * @throws PluginException if none of them is of that class
   */
  public PluginTable prefer(Kind kind, String name, String className) {
    List<ProviderEntry> called = called(kind, name);
    if (called.stream().noneMatch(entry -> entry.className().equals(className))) {
      throw new PluginException(
          called.isEmpty()
              ? new UnknownName(kind, name, this).message()
              : "no %s \"%s\" is provided by %s, only by%s"
                  .formatted(kind, name, className, lines(called)));
    }
    Map<Called, String> more = new HashMap<>(preferred);
    more.put(new Called(kind, name), className);
    return new PluginTable(contents().entries(), faults(), more);
  }

  /**
   * Returns the plugin of a name or alias.
   *
   * @throws PluginException if there is none, or more than one
   */
  public ProviderEntry find(Kind kind, String name) {
    List<ProviderEntry> found = new ArrayList<>();
    for (ProviderEntry entry : called(kind, name)) {
      if (isPreferred(entry, name) && isPreferred(entry, entry.name())) {
        found.add(entry);
      }
    }
    if (found.isEmpty()) {
      throw new PluginException(new UnknownName(kind, name, this).message());
    }
    if (found.size() > 1) {
      throw new PluginException(clash(kind, name, found));
    }
    return found.get(0);
  }

  /** Returns whether a plugin of a kind has this name or alias. */
  boolean knows(Kind kind, String name) {
    return !called(kind, name).isEmpty();
  }

  /**
   * Returns the plugin of this kind, name and class, whether its name clashes with another's or
   * not.
   */
  public Optional<ProviderEntry> find(Kind kind, String name, String className) {
    return entries(kind)
        .filter(e -> e.name().equals(name) && e.className().equals(className))
        .findFirst();
  }

  /** Returns the names of a kind, without aliases. */
  public SortedSet<String> names(Kind kind) {
    return entries(kind).map(ProviderEntry::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The classes of the plugins that have been loaded. */
  List<Class<?>> classes() {
    PluginDiscovery search = discovery;
    List<ProviderEntry> awake =
        contents == null && search != null ? search.awake() : contents().entries();
    List<Class<?>> classes = new ArrayList<>();
    for (ProviderEntry entry : awake) {
      classes.add(entry.prototype().getClass());
    }
    return classes;
  }

  SortedSet<String> namesAndAliases(Kind kind) {
    return entries(kind)
        .flatMap(e -> Stream.concat(Stream.of(e.name()), e.aliases().stream()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<ProviderEntry> called(Kind kind, String name) {
    if (contents == null && discovery != null && !woken.containsKey(kind)) {
      Optional<ProviderEntry> only = discovery.only(kind, name);
      if (only.isPresent()) {
        return List.of(only.get());
      }
    }
    return entries(kind).filter(entry -> entry.isCalled(name)).toList();
  }

  private boolean isPreferred(ProviderEntry entry, String name) {
    if (preferred.isEmpty()) {
      return true;
    }
    String className = preferred.get(new Called(entry.kind(), name));
    return className == null || className.equals(entry.className());
  }

  /** Sorts the faults and keeps each one once, even if two look-ups found it. */
  private static Map<String, PluginFault> byText(Collection<PluginFault> faults) {
    Map<String, PluginFault> sorted = new TreeMap<>();
    faults.forEach(fault -> sorted.putIfAbsent(fault.toString(), fault));
    return sorted;
  }

  private static String clash(Kind kind, String name, List<ProviderEntry> found) {
    boolean isChoice = found.stream().map(ProviderEntry::className).distinct().count() > 1;
    return "%s \"%s\" is provided %s times:%s\nRemove all but one"
            .formatted(kind, name, found.size(), lines(found))
        + (isChoice
            ? ", or give one %s; in Java, one can be chosen: registry.prefer(Kind.%s, \"%s\", \"%s\")"
                .formatted(otherName(name), kind.name(), name, found.get(0).className())
            : "");
  }

  private static String otherName(String name) {
    return name.contains(".") ? "another name" : "a prefix, such as acme." + name;
  }

  private static String lines(List<ProviderEntry> entries) {
    return entries.stream().map(e -> "\n  " + e.origin()).collect(Collectors.joining());
  }
}

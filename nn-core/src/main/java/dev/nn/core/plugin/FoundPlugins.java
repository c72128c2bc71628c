package dev.nn.core.plugin;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which plugins were found in a place, which is a class loader or a module layer. A
 * search takes tens of milliseconds, and short forms such as {@code Network.of} would need one each
 * time.
 *
 * <p>A place that nobody uses any more can be collected, together with its plugins. Since a table
 * refers to its plugins, these to their classes, and the classes to the place, the table must not
 * be referred to from here. Instead one of those classes refers to it, so that the table lives
 * exactly as long as the place. Which faults have been reported is remembered as text, which refers
 * to nothing.
 *
 * @param <P> the kind of place
 */
final class FoundPlugins<P> {
  private final Function<P, PluginTable> search;
  private final BiPredicate<Class<?>, P> belongs;
  private final Map<P, Found> byPlace = new WeakHashMap<>();
  private final ClassValue<AtomicReference<@Nullable PluginTable>> holders =
      new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable PluginTable> computeValue(Class<?> type) {
          return new AtomicReference<>();
        }
      };

  private static final class Found {
    final Set<String> reported = new HashSet<>();
    WeakReference<@Nullable PluginTable> held = new WeakReference<>(null);

    /** The table, if none of its classes leads to the place. */
    @Nullable PluginTable kept;
  }

  /**
   * @param search finds the plugins of a place
   * @param belongs whether a class lives as long as a place
   */
  FoundPlugins(Function<P, PluginTable> search, BiPredicate<Class<?>, P> belongs) {
    this.search = search;
    this.belongs = belongs;
  }

  /** The plugins of a place, which is searched once only. */
  PluginTable in(P place) {
    PluginTable known = known(place);
    if (known != null) {
      return known;
    }
    // Providers are foreign code: they run outside the lock, and two threads may both search.
    PluginTable table = search.apply(place);
    Class<?> holder = holder(table, place);
    if (holder != null) {
      holders.get(holder).set(table);
    }
    synchronized (byPlace) {
      Found found = found(place);
      found.held = new WeakReference<>(table);
      // The trace of a fault may lead to the place too.
      boolean isHome = belongs.test(FoundPlugins.class, place);
      boolean isHarmless = holder == null && table.knownFaults().isEmpty();
      found.kept = isHome || isHarmless ? table : null;
    }
    return table;
  }

  /** A class of a table's plugins that lives as long as the place. */
  private @Nullable Class<?> holder(PluginTable table, P place) {
    for (Class<?> type : table.classes()) {
      if (belongs.test(type, place)) {
        return type;
      }
    }
    return null;
  }

  /** To be called with the lock on {@link #byPlace}. */
  private Found found(P place) {
    Found found = byPlace.get(place);
    if (found == null) {
      found = new Found();
      byPlace.put(place, found);
    }
    return found;
  }

  /** Whether the plugins of a place are known. */
  boolean isSearched(P place) {
    return known(place) != null;
  }

  private @Nullable PluginTable known(P place) {
    synchronized (byPlace) {
      Found found = byPlace.get(place);
      if (found == null) {
        return null;
      }
      return found.kept != null ? found.kept : found.held.get();
    }
  }

  /** The faults of a place that this method has not returned before. */
  List<PluginFault> unreported(P place, List<PluginFault> faults) {
    synchronized (byPlace) {
      Set<String> reported = found(place).reported;
      List<PluginFault> fresh = new ArrayList<>();
      for (PluginFault fault : faults) {
        if (reported.add(fault.toString())) {
          fresh.add(fault);
        }
      }
      return fresh;
    }
  }
}

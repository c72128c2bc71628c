package dev.nn.core.plugin;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was found already, by where it was looked for: a class loader or a module layer. Looking
 * takes tens of milliseconds, and the short forms such as {@code Network.of} do it each time.
 *
 * <p>A place is held weakly. A table holds plugins and these their class loader, so it is held
 * softly: a class loader that nobody uses any more can be collected, together with its plugins.
 * That a fault was reported is remembered as text, which outlives the table and holds nothing.
 *
 * @param <P> the kind of place
 */
final class FoundPlugins<P> {
  private final Function<P, PluginTable> search;
  private final Map<P, Found> byPlace = new WeakHashMap<>();

  private static final class Found {
    final Set<String> reported = new HashSet<>();
    SoftReference<PluginTable> table = new SoftReference<>(null);
  }

  /**
   * @param search finds the plugins of a place
   */
  FoundPlugins(Function<P, PluginTable> search) {
    this.search = search;
  }

  /** The plugins of a place, which are searched for once. */
  PluginTable in(P place) {
    PluginTable known = known(place);
    if (known != null) {
      return known;
    }
    // Providers are foreign code: they run outside the lock, and two threads may both search.
    PluginTable table = search.apply(place);
    synchronized (byPlace) {
      byPlace.computeIfAbsent(place, key -> new Found()).table = new SoftReference<>(table);
    }
    return table;
  }

  private @Nullable PluginTable known(P place) {
    synchronized (byPlace) {
      Found found = byPlace.get(place);
      return found == null ? null : found.table.get();
    }
  }

  /** The faults of a place that this method has not given before. */
  List<PluginFault> unreported(P place, List<PluginFault> faults) {
    synchronized (byPlace) {
      Set<String> reported = byPlace.computeIfAbsent(place, key -> new Found()).reported;
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

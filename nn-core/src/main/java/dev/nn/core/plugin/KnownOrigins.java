package dev.nn.core.plugin;

import dev.nn.api.Plugin;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers where classes come from. Those of one package and one jar have all but their names in
 * common, and asking the file system for each would take half the time of a search for plugins.
 */
final class KnownOrigins {
  // Not one map with a record as its key: the first use of a record's hash costs milliseconds at
  // the
  // start of a program.
  private final Map<@Nullable ProtectionDomain, Map<String, PluginOrigin>> byPackage =
      new HashMap<>();

  /** What {@link Origins#of} returns. */
  PluginOrigin of(Plugin plugin) {
    Class<?> type = plugin.getClass();
    PluginOrigin one =
        byPackage
            .computeIfAbsent(type.getProtectionDomain(), domain -> new HashMap<>())
            .computeIfAbsent(type.getPackageName(), pack -> Origins.of(plugin));
    return new PluginOrigin(
        type.getName(), one.module(), one.location(), one.title(), one.version());
  }
}

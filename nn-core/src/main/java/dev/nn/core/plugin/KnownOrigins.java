package dev.nn.core.plugin;

import dev.nn.api.Plugin;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers where classes come from. Those of one package and one jar have all but their names in
 * common, so the file system is asked once for each such pair.
 */
final class KnownOrigins {
  // A record as the key of one map would cost milliseconds at the start of a program, since the
  // code of its hash is made when it is first used.
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

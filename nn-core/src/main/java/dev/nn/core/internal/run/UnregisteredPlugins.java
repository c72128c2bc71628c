package dev.nn.core.internal.run;

import dev.nn.api.Initializer;
import dev.nn.api.Plugin;
import dev.nn.core.plugin.PluginRegistry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of plugins that a registry could not find again by name. Initializers are not among them,
 * because a model that is loaded has its weights.
 */
public final class UnregisteredPlugins {
  private static final Logger LOG = LoggerFactory.getLogger("dev.nn.core.Trainer");

  private UnregisteredPlugins() {}

  public static void warn(PluginRegistry registry, List<Plugin> plugins) {
    Set<String> unknown = new LinkedHashSet<>();
    plugins.forEach(plugin -> collect(registry, plugin, unknown));
    unknown.forEach(
        text ->
            LOG.warn(
                "{} is not in the registry: the model cannot be loaded again by name."
                    + " Register its class as a provider of its kind.",
                text));
  }

  private static void collect(PluginRegistry registry, Plugin plugin, Set<String> unknown) {
    if (!(plugin instanceof Initializer) && !registry.knows(plugin)) {
      unknown.add(plugin.name() + " (" + plugin.getClass().getName() + ")");
    }
    plugin.options().plugins().forEach(nested -> collect(registry, nested, unknown));
  }
}

package dev.nn.spark.cluster;

import dev.nn.api.Plugin;
import dev.nn.core.plugin.PluginRecord;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.spark.round.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where the driver has the plugins of others from, for an executor that does not find them. */
final class Origins {
  private Origins() {}

  /** What to do about it in words; empty if all plugins are those of the framework. */
  static String of(Recipe recipe) {
    PluginRegistry registry = PluginRegistry.load();
    List<Plugin> plugins = new ArrayList<>(recipe.network().layers());
    plugins.add(registry.loss(recipe.loss()));
    plugins.add(registry.optimizer(recipe.optimizer()));
    String found =
        PluginRecord.of(plugins).stream()
            .filter(plugin -> !plugin.artifact().startsWith("nn-"))
            .map(plugin -> plugin.name() + " from " + plugin.artifact())
            .distinct()
            .collect(Collectors.joining(", "));
    return found.isEmpty()
        ? ""
        : "the driver has " + found + ": give that jar to the executors too, by --jars";
  }
}

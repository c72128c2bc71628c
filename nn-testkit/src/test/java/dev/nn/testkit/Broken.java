package dev.nn.testkit;

import dev.nn.api.Plugin;
import dev.nn.api.PluginException;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.check.Rule;
import dev.nn.testkit.check.Rules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The broken plugins of all kinds, and the rules that they are held against. */
final class Broken {
  private Broken() {}

  /** By the number of the rule, a plugin that breaks it. */
  static Map<String, Plugin> byRule() {
    Map<String, Plugin> all = new TreeMap<>(BrokenPlugins.byRule());
    all.putAll(BrokenActivations.byRule());
    all.putAll(BrokenInitializers.byRule());
    all.putAll(BrokenLayers.byRule());
    all.putAll(BrokenLosses.byRule());
    all.putAll(BrokenOptimizers.byRule());
    all.putAll(BrokenSchedules.byRule());
    return all;
  }

  /** The rules for a plugin. */
  static List<Rule> rules(Plugin plugin) {
    return Rules.in(registry(plugin)).withHints(BrokenInitializers.HINTS).of(plugin);
  }

  /** A plugin without a legal name is in no registry. */
  private static PluginRegistry registry(Plugin plugin) {
    PluginRegistry rest = PluginRegistry.of(new GoodActivation());
    try {
      return plugin instanceof GoodActivation || rest.knows(plugin)
          ? PluginRegistry.of(plugin)
          : rest.with(plugin);
    } catch (PluginException e) {
      return rest;
    }
  }
}

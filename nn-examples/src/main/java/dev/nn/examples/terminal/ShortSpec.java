package dev.nn.examples.terminal;

import dev.nn.api.Plugin;
import dev.nn.api.Spec;
import dev.nn.core.plugin.PluginRegistry;

/** Writes specs for people to read, without the options that have their default value. */
public final class ShortSpec {
  private ShortSpec() {}

  /** Returns the spec of a plugin with only those options that are needed to get it. */
  public static Spec of(Plugin plugin, PluginRegistry registry) {
    return dev.nn.core.plugin.ShortSpec.of(plugin, registry);
  }
}

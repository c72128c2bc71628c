package dev.nn.core.plugin;

import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import dev.nn.api.Reference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A plugin that a model or its training uses, and the artifact that provided it at that time.
 *
 * @param kind the word for its kind
 * @param name its name
 * @param artifact such as {@code nn-activations 0.1.0}, or {@code unknown} if nothing tells
 */
public record PluginRecord(String kind, String name, String artifact) {

  /** Returns whether a spec would call both by the same kind and name. */
  public boolean isNamedLike(PluginRecord other) {
    return kind.equals(other.kind) && name.equals(other.name);
  }

  /** Returns the records of some plugins and of those nested in them, each once. */
  public static List<PluginRecord> of(List<? extends Plugin> plugins) {
    Set<PluginRecord> records = new LinkedHashSet<>();
    plugins.forEach(plugin -> collect(plugin, records));
    return new ArrayList<>(records);
  }

  private static void collect(Plugin plugin, Set<PluginRecord> records) {
    String artifact = plugin instanceof Reference ? "unknown" : Origins.of(plugin).artifact();
    records.add(new PluginRecord(Kind.of(plugin).toString(), plugin.name(), artifact));
    plugin.options().plugins().forEach(nested -> collect(nested, records));
  }
}

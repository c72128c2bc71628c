package dev.nn.core.plugin;

import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import dev.nn.api.Reference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A plugin that a model or its training uses, and the artifact that provided it at that time.
 *
 * @param kind the word for its kind
 * @param name its name
 * @param artifact such as {@code nn-activations 0.1.0}, or {@code unknown} if nothing tells
 * @param jar the jar that it came from; absent for the framework's own plugins, for those that came
 *     from no jar, and in files that were saved before jars were recorded
 */
public record PluginRecord(String kind, String name, String artifact, Optional<PluginJar> jar) {

  /** Creates a record of a plugin whose jar is not known. */
  public PluginRecord(String kind, String name, String artifact) {
    this(kind, name, artifact, Optional.empty());
  }

  /** Returns whether a spec would call both by the same kind and name. */
  public boolean isNamedLike(PluginRecord other) {
    return kind.equals(other.kind) && name.equals(other.name);
  }

  /** Returns the records of some plugins and of those nested in them, each once. */
  public static List<PluginRecord> of(List<? extends Plugin> plugins) {
    Set<PluginRecord> records = new LinkedHashSet<>();
    KnownOrigins origins = new KnownOrigins();
    for (Plugin plugin : plugins) {
      collect(plugin, origins, records);
    }
    return new ArrayList<>(records);
  }

  private static void collect(Plugin plugin, KnownOrigins origins, Set<PluginRecord> records) {
    records.add(of(plugin, origins));
    for (Plugin nested : plugin.options().plugins()) {
      collect(nested, origins, records);
    }
  }

  private static PluginRecord of(Plugin plugin, KnownOrigins origins) {
    String kind = Kind.of(plugin).toString();
    if (plugin instanceof Reference) {
      return new PluginRecord(kind, plugin.name(), "unknown");
    }
    PluginOrigin origin = origins.of(plugin);
    return new PluginRecord(
        kind,
        plugin.name(),
        origin.artifact(),
        BuiltIns.has(plugin) ? Optional.empty() : PluginJar.of(origin));
  }

  // By hand: what a record makes by itself is made anew in every process, in 20 ms.
  @Override
  public boolean equals(Object other) {
    return other instanceof PluginRecord that
        && Objects.equals(kind, that.kind)
        && Objects.equals(name, that.name)
        && Objects.equals(artifact, that.artifact)
        && Objects.equals(jar, that.jar);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, name, artifact, jar);
  }
}

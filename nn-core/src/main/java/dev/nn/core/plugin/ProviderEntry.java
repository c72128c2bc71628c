package dev.nn.core.plugin;

import dev.nn.api.Kind;
import dev.nn.api.Options;
import dev.nn.api.Plugin;
import dev.nn.api.PluginException;
import dev.nn.api.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A plugin in the registry: the prototype, and what it said about itself when it was checked. */
public record ProviderEntry(
    Kind kind,
    String name,
    Set<String> aliases,
    Options options,
    Plugin prototype,
    PluginOrigin origin)
    implements Comparable<ProviderEntry> {
  /**
   * Checks a prototype.
   *
   * @throws PluginException if it breaks the rules for plugins; any other exception is the plugin's
   *     own
   */
  static ProviderEntry of(Plugin prototype) {
    return of(prototype, new KnownOrigins());
  }

  /** Does the same for one of many, whose origins are remembered. */
  static ProviderEntry of(Plugin prototype, KnownOrigins origins) {
    int version = prototype.spiVersion();
    check(
        version <= Plugin.SPI_VERSION,
        "it needs version "
            + version
            + " of the plugin interface and this framework has "
            + Plugin.SPI_VERSION
            + "; use a newer one");
    List<Kind> kinds = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (kind.type().isInstance(prototype)) {
        kinds.add(kind);
      }
    }
    check(kinds.size() == 1, "it is of several kinds, " + kinds + "; a plugin is of one");
    String name = prototype.name();
    checkName("name", name);
    Set<String> aliases = prototype.aliases();
    check(aliases != null, "its aliases() is null");
    for (String alias : aliases) {
      checkName("alias", alias);
    }
    check(prototype.description() != null, "its description() is null");
    Options options = prototype.options();
    check(options != null, "its options() is null");
    return new ProviderEntry(
        kinds.get(0), name, new TreeSet<>(aliases), options, prototype, origins.of(prototype));
  }

  private static void checkName(String what, @Nullable String name) {
    check(
        name != null && Spec.isLegalName(name),
        "its "
            + what
            + " \""
            + name
            + "\" is not legal: lower-case letters, digits and _, a letter first");
  }

  private static void check(boolean holds, String problem) {
    if (!holds) {
      throw new PluginException(problem);
    }
  }

  String className() {
    return origin.className();
  }

  private String place() {
    return origin.location().orElse("");
  }

  /** Whether a spec may call this plugin by a word: its name or an alias. */
  boolean isCalled(String word) {
    return name.equals(word) || aliases.contains(word);
  }

  @Override
  public int compareTo(ProviderEntry other) {
    if (kind != other.kind) {
      return kind.compareTo(other.kind);
    }
    if (!name.equals(other.name)) {
      return name.compareTo(other.name);
    }
    if (!className().equals(other.className())) {
      return className().compareTo(other.className());
    }
    return place().compareTo(other.place());
  }
}

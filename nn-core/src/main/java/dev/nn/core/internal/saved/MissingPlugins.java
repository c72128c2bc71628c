package dev.nn.core.internal.saved;

import dev.nn.api.Kind;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.core.plugin.PluginRecord;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.plugin.UnnamedClass;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what files know about plugins that are not installed. */
public final class MissingPlugins {
  private MissingPlugins() {}

  /**
   * Finds the plugins that are not installed among those that some specs name. Initializers are not
   * needed, because what is read from a file has its weights.
   *
   * @param plugins what the file says of its plugins
   * @param specs what names them, at any depth
   */
  public static List<PluginRecord> of(
      List<PluginRecord> plugins, List<Spec> specs, PluginRegistry registry) {
    Set<String> names = new HashSet<>();
    specs.forEach(spec -> collectNames(spec, names));
    return plugins.stream()
        .filter(plugin -> names.contains(plugin.name()))
        .filter(
            plugin -> kind(plugin).filter(kind -> isMissing(kind, plugin, registry)).isPresent())
        .toList();
  }

  private static Optional<Kind> kind(PluginRecord plugin) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.toString().equals(plugin.kind()) && kind != Kind.INITIALIZER)
        .findFirst();
  }

  private static boolean isMissing(Kind kind, PluginRecord plugin, PluginRegistry registry) {
    return !registry.names(kind).contains(plugin.name());
  }

  /**
   * A line for each, with what to add. Of a plugin whose class is there, more than that is said
   * where its name was looked up.
   *
   * @param saved what the file holds: a model, or a checkpoint
   */
  public static String advice(List<PluginRecord> missing, String saved) {
    return missing.stream()
        .filter(
            plugin -> kind(plugin).filter(kind -> UnnamedClass.is(kind, plugin.name())).isEmpty())
        .map(
            plugin ->
                "\nThe %s \"%s\" came from %s%s when the %s was saved: add that to the class path or module path; to an image of jlink with --add-modules."
                    .formatted(plugin.kind(), plugin.name(), plugin.artifact(), jar(plugin), saved))
        .collect(Collectors.joining());
  }

  private static String jar(PluginRecord plugin) {
    return plugin
        .jar()
        .map(jar -> " (%s, sha256 %s)".formatted(jar.file(), jar.sha256()))
        .orElse("");
  }

  /** The names in a value: of specs, and of bare words, which are specs without options. */
  private static void collectNames(SpecValue value, Set<String> names) {
    if (value instanceof Spec spec) {
      names.add(spec.name());
      spec.options().values().forEach(option -> collectNames(option, names));
    } else if (value instanceof SpecValue.Items items) {
      items.values().forEach(item -> collectNames(item, names));
    }
  }
}

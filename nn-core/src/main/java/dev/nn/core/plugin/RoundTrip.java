package dev.nn.core.plugin;

import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import dev.nn.api.PluginException;
import dev.nn.api.Printable;
import dev.nn.api.Reference;
import dev.nn.api.Spec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Refuses plugins that would come back from a file as others. A file keeps the name of a plugin and
 * its options, and what reads it gives these options to a fresh plugin of that name. If the plugin
 * has a hyper-parameter that is no option, the model would silently predict something else.
 */
public final class RoundTrip {
  private RoundTrip() {}

  /**
   * Checks plugins, and those that are nested in them, in the way in which a file is read with a
   * registry. A plugin that the registry does not know is asked to make itself from its options.
   *
   * @throws PluginException if one would not come back equal; the message names it, its class and
   *     its jar
   */
  public static void check(List<? extends Plugin> plugins, PluginRegistry registry) {
    for (Plugin plugin : plugins) {
      if (!(plugin instanceof Reference)) {
        check(plugin, registry.fresh(plugin).orElse(plugin));
        check(plugin.options().plugins(), registry);
      }
    }
  }

  /** Checks plugins without a registry: each is asked to make itself from its options. */
  public static void check(List<? extends Plugin> plugins) {
    check(plugins, PluginRegistry.of());
  }

  private static void check(Plugin plugin, Plugin fresh) {
    Plugin back = Configured.of(fresh, plugin.options(), Spec.of(plugin));
    Optional<String> difference = difference(plugin, back);
    if (difference.isPresent()) {
      throw new PluginException(
          Printable.lines(
              "%s \"%s\" would not come back from a file as it is: %s. A file keeps only the options, so declare every hyper-parameter in options() and read each of them in withOptions(); a class that is no record needs equals and hashCode. It is %s"
                  .formatted(
                      Kind.of(plugin), plugin.name(), difference.get(), Origins.of(plugin))));
    }
  }

  private static Optional<String> difference(Plugin plugin, @Nullable Plugin back) {
    try {
      return plugin.equals(back)
          ? Optional.empty()
          : Optional.of("%s reads back as %s".formatted(plugin, back));
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return Optional.of("its equals threw " + Causes.text(e));
    }
  }
}

package dev.nn.core.plugin;

import dev.nn.api.Initializer;
import dev.nn.api.Kind;
import dev.nn.api.NnException;
import dev.nn.api.Plugin;
import dev.nn.api.PluginException;
import dev.nn.api.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out which of several plugins threw an exception, so that a message can name it. */
public final class Culprit {
  private Culprit() {}

  /**
   * Returns the exception to show to the user. It names the plugin, what it was doing, and the
   * class and the jar that it came from. An exception of one of the framework's own plugins that
   * tells of bad input is returned as it is, because it was written for the user.
   *
   * @param called the plugins that were called; those nested in them are looked at too
   * @param doing what they were doing, such as {@code forward of layer 0 (dense)}
   * @param thrown what was thrown, which becomes the cause
   */
  public static NnException exception(List<Plugin> called, String doing, Throwable thrown) {
    Plugin culprit = find(called, thrown);
    if (thrown instanceof NnException own && BuiltIns.has(culprit)) {
      return own;
    }
    return new PluginException(
        Printable.lines(
            "%s failed in %s: %s; it is %s"
                .formatted(
                    named(culprit),
                    doing,
                    Causes.text(Causes.unwrap(thrown)),
                    Origins.of(culprit))),
        thrown);
  }

  /**
   * Returns those among some plugins, and those nested in them, that are not the framework's own,
   * each with its class and its jar. If a number is wrong, they are the first to suspect.
   * Initializers are left out, since the numbers that they give are checked.
   */
  public static List<String> strangers(List<? extends Plugin> plugins) {
    return withNested(plugins).stream()
        .filter(plugin -> !BuiltIns.has(plugin) && !(plugin instanceof Initializer))
        .map(plugin -> Printable.line(named(plugin) + ", " + Origins.of(plugin)))
        .distinct()
        .toList();
  }

  private static String named(Plugin plugin) {
    return Kind.of(plugin) + " \"" + plugin.name() + "\"";
  }

  /**
   * The plugin of a third party whose code threw, or else called the code that threw. If there is
   * no stack trace, it is the one that is not the framework's.
   */
  private static Plugin find(List<Plugin> called, Throwable thrown) {
    List<Plugin> all = withNested(called);
    List<Plugin> strangers = all.stream().filter(plugin -> !BuiltIns.has(plugin)).toList();
    return inTrace(strangers, thrown)
        .or(() -> strangers.stream().findFirst())
        .or(() -> inTrace(all, thrown))
        .orElseGet(() -> called.get(0));
  }

  private static Optional<Plugin> inTrace(List<Plugin> plugins, Throwable thrown) {
    for (StackTraceElement frame : thrown.getStackTrace()) {
      for (Plugin plugin : plugins) {
        if (isCodeOf(plugin, frame.getClassName())) {
          return Optional.of(plugin);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a class is that of a plugin, one that it extends, or one nested in these. */
  private static boolean isCodeOf(Plugin plugin, String className) {
    Class<?> type = plugin.getClass();
    while (type != null && type != Object.class && type != Record.class) {
      if (className.equals(type.getName()) || className.startsWith(type.getName() + "$")) {
        return true;
      }
      type = type.getSuperclass();
    }
    return false;
  }

  private static List<Plugin> withNested(List<? extends Plugin> plugins) {
    List<Plugin> all = new ArrayList<>();
    for (Plugin plugin : plugins) {
      all.add(plugin);
      all.addAll(withNested(plugin.options().plugins()));
    }
    return all;
  }
}

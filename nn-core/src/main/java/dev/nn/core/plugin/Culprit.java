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

/** Which of several plugins threw an exception. */
public final class Culprit {
  private Culprit() {}

  /**
   * What to tell the user: the plugin, what it did, and the class and the jar that it came from.
   * What the framework's own plugins say of bad input is meant for the user as it is.
   *
   * @param called the plugins that were called; those inside of them are looked at too
   * @param doing what they were doing, such as {@code forward of layer 0 (dense)}
   * @param thrown becomes the cause
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
   * The plugins, among these and those inside of them, that are not the framework's, with class and
   * jar: whom to ask where a number is wrong. Initializers are left out, since what they give is
   * checked.
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
   * The plugin of others whose code threw, or else had called what threw; without a trace, the one
   * that is not the framework's.
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

  /** Whether a class is that of a plugin, one above it, or one inside of these. */
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

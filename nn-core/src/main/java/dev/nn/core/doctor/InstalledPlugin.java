package dev.nn.core.doctor;

import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import dev.nn.core.plugin.Origins;
import dev.nn.core.plugin.PluginOrigin;

/**
 * A plugin that is installed.
 *
 * @param kind its kind
 * @param name its name
 * @param origin its class, and the module, the jar and the artifact with the version that it is
 *     from
 * @param classLoader the class loader of its class, as that describes itself
 */
public record InstalledPlugin(Kind kind, String name, PluginOrigin origin, String classLoader) {

  static InstalledPlugin of(Kind kind, Plugin plugin) {
    return new InstalledPlugin(
        kind,
        plugin.name(),
        Origins.of(plugin),
        ClassLoaders.described(plugin.getClass().getClassLoader()));
  }

  /** Where it comes from, in one line, without the name and the class. */
  String place() {
    return "%s%s, %s, class loader %s"
        .formatted(
            origin.artifact(),
            origin.location().map(location -> " in " + location).orElse(""),
            origin.module().map(module -> "module " + module).orElse("no module"),
            classLoader);
  }
}

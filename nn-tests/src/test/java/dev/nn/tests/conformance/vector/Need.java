package dev.nn.tests.conformance.vector;

import dev.nn.api.Kind;
import dev.nn.api.PluginException;
import dev.nn.core.plugin.PluginRegistry;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * A plugin that a case needs to run, which is thereby checked.
 *
 * @param kind {@code activation}; {@code plugin} if any kind will do
 * @param name not an alias: {@code mish}
 * @param met whether it is there
 */
public record Need(String kind, String name, BooleanSupplier met) {

  /** A plugin by its name or an alias. */
  public static Need plugin(PluginRegistry registry, Kind kind, String name) {
    return new Need(kind.toString(), name, () -> isInstalled(registry, kind, name));
  }

  /** A plugin of whatever kind: for operators that no adapter knows. */
  public static Need anyPlugin(PluginRegistry registry, String name) {
    return new Need(
        "plugin",
        name,
        () -> Arrays.stream(Kind.values()).anyMatch(kind -> isInstalled(registry, kind, name)));
  }

  public boolean isMet() {
    return met.getAsBoolean();
  }

  /** For messages: {@code activation mish}. */
  public String text() {
    return kind + " " + name;
  }

  private static boolean isInstalled(PluginRegistry registry, Kind kind, String name) {
    try {
      registry.origin(kind, name);
      return true;
    } catch (PluginException e) {
      return false;
    }
  }
}

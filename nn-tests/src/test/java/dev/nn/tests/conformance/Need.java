package dev.nn.tests.conformance;

import dev.nn.api.Kind;
import dev.nn.api.PluginException;
import dev.nn.core.PluginRegistry;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Something that a case needs to run.
 *
 * @param text for messages: {@code activation mish}
 * @param met whether it is there
 */
record Need(String text, BooleanSupplier met) {

  /** A plugin by its name or an alias. */
  static Need plugin(PluginRegistry registry, Kind kind, String name) {
    return new Need(kind + " " + name, () -> isInstalled(registry, kind, name));
  }

  /** A plugin of whatever kind: for operators that no adapter knows. */
  static Need anyPlugin(PluginRegistry registry, String name) {
    return new Need(
        "plugin " + name,
        () -> Arrays.stream(Kind.values()).anyMatch(kind -> isInstalled(registry, kind, name)));
  }

  boolean isMet() {
    return met.getAsBoolean();
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

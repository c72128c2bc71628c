package dev.nn.core.plugin;

import dev.nn.api.Plugin;
import org.jspecify.annotations.Nullable;

/** Chooses the class loader that plugins are looked for with. */
final class ContextLoader {
  private ContextLoader() {}

  /**
   * The current thread's context class loader if it sees the same plugin interface as we do, else
   * our own class loader.
   */
  static ClassLoader find() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader own = ContextLoader.class.getClassLoader();
    return seesPlugins(context) ? context : own;
  }

  private static boolean seesPlugins(@Nullable ClassLoader loader) {
    try {
      return loader != null && loader.loadClass(Plugin.class.getName()) == Plugin.class;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}

package dev.nn.core.plugin;

import dev.nn.api.Kind;

/**
 * Finds the class of a built-in plugin that is present although no services file names it. That
 * happens when jars are packed into one and, of several services files of one name, only the last
 * is kept.
 */
public final class UnnamedClass {
  private UnnamedClass() {}

  /** Returns whether there is such a class for the name of a plugin. */
  public static boolean is(Kind kind, String name) {
    return !advice(kind, name).isEmpty();
  }

  /** What to do about it, as a separate line, or nothing if there is no such class. */
  static String advice(Kind kind, String name) {
    return advice(kind, name, ContextLoader.find());
  }

  static String advice(Kind kind, String name, ClassLoader loader) {
    String className = BuiltIns.className(kind, name);
    boolean isThere = loader.getResource(className.replace('.', '/') + ".class") != null;
    if (!isThere || ServicesFiles.read(kind, loader).providers().containsKey(className)) {
      return "";
    }
    return "\nThe class %s of %s is there, but no META-INF/services/%s names it: where jars are packed into one, these files have to be merged (maven-shade-plugin: ServicesResourceTransformer; Gradle's shadow: mergeServiceFiles())"
        .formatted(className, BuiltIns.artifact(kind), kind.type().getName());
  }
}

package dev.nn.core.plugin;

import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import java.util.Optional;

/** Tells the framework's own plugins from those of others. */
public final class BuiltIns {
  private static final String API = "dev.nn.api";
  private static final String INTERNAL = "dev.nn.core.internal.";

  private BuiltIns() {}

  /**
   * Returns whether a plugin is one of the framework's own. A mere reference by name, which is
   * nobody's code, counts as one, and so does what the engine puts between the parts of a
   * composite.
   */
  public static boolean has(Plugin plugin) {
    String home = plugin.getClass().getPackageName();
    return artifact(plugin).isPresent() || home.equals(API) || home.startsWith(INTERNAL);
  }

  /** Whether a class is one of the framework's, by its name alone. */
  static boolean isNamed(String className) {
    return className.startsWith("dev.nn.");
  }

  /** Whether a class is in the package of the framework's plugins of a kind. */
  static boolean isOfCatalogue(Kind kind, String className) {
    int dot = className.lastIndexOf('.');
    return dot >= 0 && className.substring(0, dot).equals(packageOf(kind));
  }

  /**
   * Returns whether an artifact is one of the framework's, on the class path or as a module.
   *
   * @param artifact as in {@link PluginOrigin#artifact()}: {@code nn-optim 0.1.0}
   */
  public static boolean isArtifact(String artifact) {
    String title = artifact.replaceFirst(" .*", "");
    for (Kind kind : Kind.values()) {
      if (title.equals(artifact(kind)) || title.equals(module(kind))) {
        return true;
      }
    }
    return false;
  }

  /** The artifact that one of the framework's plugins is in, even if it comes from a folder. */
  static Optional<String> artifact(Plugin plugin) {
    Kind kind = Kind.of(plugin);
    return plugin.getClass().getPackageName().equals(packageOf(kind))
        ? Optional.of(artifact(kind))
        : Optional.empty();
  }

  /** Returns the artifact of the framework that has plugins of a kind: {@code nn-optim}. */
  public static String artifact(Kind kind) {
    return switch (kind) {
      case ACTIVATION -> "nn-activations";
      case INITIALIZER -> "nn-init";
      case OPTIMIZER, SCHEDULE -> "nn-optim";
      case LAYER, LOSS -> "nn-core";
    };
  }

  /** The module of that artifact. */
  static String module(Kind kind) {
    return module(artifact(kind));
  }

  private static String module(String artifact) {
    return artifact.replace("nn-", "dev.nn.");
  }

  /** Returns the package of the framework's plugins of a kind: {@code dev.nn.optim}. */
  public static String packageOf(Kind kind) {
    return switch (kind) {
      case ACTIVATION -> "dev.nn.activations";
      case INITIALIZER -> "dev.nn.init";
      case OPTIMIZER, SCHEDULE -> "dev.nn.optim";
      case LAYER -> "dev.nn.core.layer";
      case LOSS -> "dev.nn.core.loss";
    };
  }

  /** The class that a built-in of this name would be: {@code …LeakyRelu} for {@code leaky_relu}. */
  static String className(Kind kind, String name) {
    StringBuilder text = new StringBuilder(packageOf(kind)).append('.');
    for (String word : name.split("_", -1)) {
      if (!word.isEmpty()) {
        text.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
      }
    }
    return text.toString();
  }
}
